package cn.lianban.exchange;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on everything that waits: a few workers for files that come in and as many for files that
 * go out, so that no district's list waits for another's hundred thousand rows. An import gets its
 * slice and makes room; what is written in one transaction keeps its worker, and the other goes on.
 */
@Component
class ExchangeRound {
  private static final Logger log = LoggerFactory.getLogger(ExchangeRound.class);

  /** Of each sort; every one may hold a database connection, and people need the others. */
  private static final int WORKERS = 2;

  private static final Duration SLICE = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final Duration REST = Duration.ofSeconds(1);
  private final Pending pending;
  private final Turns turns;
  private final ImportJob imports;
  private final ExportJob exports;

  ExchangeRound(Pending pending, Turns turns, ImportJob imports, ExportJob exports) {
    this.pending = pending;
    this.turns = turns;
    this.imports = imports;
    this.exports = exports;
  }

  /** Until nothing is left, or there is no going on. */
  void run(BooleanSupplier goOn) {
    if (pending.all().isEmpty()) {
      return;
    }
    turns.open();
    // threads of the system: what reads a large file would keep virtual ones' few carriers
    try (ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("exchange-", 1).factory())) {
      for (Pending.Work work : Pending.Work.values()) {
        for (int i = 0; i < WORKERS; i++) {
          workers.execute(() -> serve(work, goOn));
        }
      }
    }
  }

  /** All go home at once: as long as one has something to do, what comes meanwhile is others'. */
  private void serve(Pending.Work work, BooleanSupplier goOn) {
    boolean more = true;
    while (more && turns.isOpen() && goOn.getAsBoolean()) {
      try {
        more = next(work);
      } catch (RuntimeException failed) {
        log.error("exchange: a round failed", failed);
        more = pause(REST);
      }
    }
  }

  private boolean next(Pending.Work work) {
    List<Pending.Entry> waiting = pending.all();
    Pending.Entry entry = turns.take(work, waiting);
    if (entry != null) {
      return workOn(entry);
    }
    if (waiting.isEmpty()) {
      turns.close();
    }
    return !turns.isOpen() || pause(LOOK);
  }

  /** What fails is tried again, after a rest; its district waits so long and nobody else. */
  private boolean workOn(Pending.Entry entry) {
    boolean ended = false;
    try {
      ended = slice(entry);
      if (ended) {
        pending.remove(entry);
      }
      return true;
    } catch (RuntimeException failed) {
      log.error("{} {} is tried again", entry.work(), entry.subjectId(), failed);
      return pause(REST);
    } finally {
      turns.giveBack(entry, ended);
    }
  }

  private boolean slice(Pending.Entry entry) {
    return switch (entry.work()) {
      case IMPORT -> imports.slice(entry, System.nanoTime() + SLICE.toNanos());
      case EXPORT -> exports.run(entry);
    };
  }

  /** False when somebody wants the thread back. */
  private static boolean pause(Duration length) {
    try {
      Thread.sleep(length);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
