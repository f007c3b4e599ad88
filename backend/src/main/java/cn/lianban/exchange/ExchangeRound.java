package cn.lianban.exchange;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rounds over everything that waits: each gets its slice, so that nobody waits for another. */
@Component
class ExchangeRound {
  private static final Logger log = LoggerFactory.getLogger(ExchangeRound.class);
  private static final Duration SLICE = Duration.ofSeconds(3);
  private static final Duration ROUNDS = Duration.ofSeconds(12);
  private final Pending pending;
  private final ImportJob imports;
  private final ExportJob exports;

  ExchangeRound(Pending pending, ImportJob imports, ExportJob exports) {
    this.pending = pending;
    this.imports = imports;
    this.exports = exports;
  }

  /** Rounds until nothing is left; after a while, or a fault, the schedule begins anew. */
  void run() {
    long end = System.nanoTime() + ROUNDS.toNanos();
    while (round() && System.nanoTime() < end) {
      log.debug("another round");
    }
  }

  /** Answers whether to go on at once. */
  private boolean round() {
    boolean more = false;
    boolean fault = false;
    for (Pending.Entry entry : pending.all()) {
      try {
        if (slice(entry)) {
          pending.remove(entry);
        } else {
          more = true;
        }
      } catch (RuntimeException failed) {
        fault = true;
        log.error("{} {} is tried again", entry.work(), entry.subjectId(), failed);
      }
    }
    return more && !fault;
  }

  private boolean slice(Pending.Entry entry) {
    return switch (entry.work()) {
      case IMPORT -> imports.slice(entry, System.nanoTime() + SLICE.toNanos());
      case EXPORT -> exports.run(entry);
    };
  }
}
