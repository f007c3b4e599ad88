package cn.lianban.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The time of this service: the clock's, unless the demo or test profile shifts it. The database is
 * told the same moment ({@code app.now}), so that a light and a date never disagree.
 */
@Component
public class Now {
  /** The zone of the national calendar and of every district so far. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final boolean movable;
  private volatile Duration shift;
  private volatile @Nullable Instant frozen;

  Now(Environment environment, @Value("${lianban.time-shift:PT0S}") Duration shift) {
    this.movable = environment.acceptsProfiles(Profiles.of("demo", "test"));
    if (!movable && !shift.isZero()) {
      throw new IllegalStateException("lianban.time-shift is for the demo profile only");
    }
    this.shift = shift;
  }

  /** Truncated to microseconds, as the database keeps it. */
  public Instant instant() {
    Instant still = frozen;
    return still != null ? still : Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(instant(), CHINA);
  }

  /** Stops the time at an instant, or lets it go on (null). Test and demo profiles only. */
  public void freeze(@Nullable Instant instant) {
    if (!movable) {
      throw new IllegalStateException("time can be moved in the demo and test profiles only");
    }
    frozen = instant;
  }

  /** What {@code app.now} is set to; empty when time is not moved. */
  String setting() {
    if (frozen == null && shift.isZero()) {
      return "";
    }
    return instant().toString();
  }
}
