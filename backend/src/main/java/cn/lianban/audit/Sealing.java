package cn.lianban.audit;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One round of the sealer over all districts that wait, and the heads it leaves outside. */
@Component
class Sealing {
  private static final Logger log = LoggerFactory.getLogger(Sealing.class);
  private static final int BATCHES = 20; // then the next district has its turn
  private final Sealer sealer;
  private final HeadsOutside outside;
  private final Map<Integer, Head> unpublished = new ConcurrentHashMap<>();

  Sealing(Sealer sealer, HeadsOutside outside) {
    this.sealer = sealer;
    this.outside = outside;
  }

  /** A district that fails does not hold up the others; a head that was not kept is kept next. */
  void round() {
    for (int district : sealer.waiting()) {
      try {
        seal(district);
      } catch (DataAccessException failed) {
        log.error("sealing district {} failed", district, failed);
      }
    }
    publish();
  }

  /** Heads leave after their commit: what is outside is always inside as well. */
  private void seal(int district) {
    for (int batch = 0; batch < BATCHES; batch++) {
      Optional<Sealer.Sealed> sealed = sealer.seal(district);
      sealed.ifPresent(done -> unpublished.put(district, done.head()));
      if (sealed.isEmpty() || sealed.get().rows() < Sealer.BATCH) {
        return;
      }
    }
  }

  private void publish() {
    if (unpublished.isEmpty()) {
      return;
    }
    Map<Integer, Head> now = Map.copyOf(unpublished);
    try {
      outside.publish(now.values());
      now.forEach(unpublished::remove);
    } catch (UncheckedIOException failed) {
      log.error("audit heads could not be kept outside; trying again", failed);
    }
  }
}
