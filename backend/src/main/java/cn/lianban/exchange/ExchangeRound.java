package cn.lianban.exchange;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One round over everything that waits: each gets its slice, so that nobody waits for another. */
@Component
class ExchangeRound {
  private static final Logger log = LoggerFactory.getLogger(ExchangeRound.class);
  private static final Duration SLICE = Duration.ofSeconds(3);
  private final Pending pending;
  private final ImportJob imports;
  private final ExportJob exports;

  ExchangeRound(Pending pending, ImportJob imports, ExportJob exports) {
    this.pending = pending;
    this.imports = imports;
    this.exports = exports;
  }

  void run() {
    for (Pending.Entry entry : pending.all()) {
      try {
        if (slice(entry)) {
          pending.remove(entry);
        }
      } catch (RuntimeException failed) {
        log.error("{} {} is tried again", entry.work(), entry.subjectId(), failed);
      }
    }
  }

  private boolean slice(Pending.Entry entry) {
    return switch (entry.work()) {
      case IMPORT -> imports.slice(entry, System.nanoTime() + SLICE.toNanos());
      case EXPORT -> exports.run(entry);
    };
  }
}
