package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.SETTING;
import static cn.lianban.db.clock.Tables.THRESHOLD;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A district's own rules of the clock: yellow share and days off, set by its administrator. */
@Component
class RulesDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Calendars calendars;
  private final Recomputation recomputation;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  RulesDesk(
      DSLContext sql,
      TenantScope scope,
      Calendars calendars,
      Recomputation recomputation,
      Posts posts,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.calendars = calendars;
    this.recomputation = recomputation;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  record Share(LocalDate effectiveFrom, int perMille) {}

  /**
   * @param shares the district's, the last to come into force first
   */
  record Rules(
      int yellowPerMille,
      boolean moveOffDays,
      int version,
      List<Share> shares,
      boolean viewerCanEdit) {}

  /**
   * @param yellowPerMille null: as it is
   * @param effectiveFrom null: tomorrow
   */
  record Wanted(
      int expectedVersion,
      @Nullable Integer yellowPerMille,
      @Nullable LocalDate effectiveFrom,
      boolean moveOffDays) {}

  Rules rules() {
    LocalRules rules = calendars.rules();
    List<Share> shares =
        rules.thresholds().stream()
            .filter(row -> row.itemId() == null)
            .map(row -> new Share(row.effectiveFrom(), row.perMille()))
            .sorted(Comparator.comparing(Share::effectiveFrom).reversed())
            .toList();
    return new Rules(
        rules.rules(null, now.today()).yellowPerMille(),
        rules.moveOffDays(),
        scope.current().hasDistrict() ? version() : 0,
        shares,
        posts.holds(Role.DISTRICT_ADMIN));
  }

  /**
   * @return how many due dates moved, null when the same request had been done before
   * @throws Rejected OUT_OF_RANGE at yellowPerMille, TOO_EARLY at effectiveFrom, VERSION_CONFLICT
   */
  @Nullable Integer set(Wanted wanted, String key, Object request) {
    posts.require(Role.DISTRICT_ADMIN);
    LocalDate from = checked(wanted);
    int[] moved = {0};
    Once.Done done =
        once.run(
            key,
            request,
            () -> {
              moved[0] = write(wanted, from);
              return scope.district();
            });
    return done.replayed() ? null : moved[0];
  }

  /** Clocks that run keep their share: a light must not change its colour under anybody's eyes. */
  private LocalDate checked(Wanted wanted) {
    if (wanted.yellowPerMille() != null) {
      Checks.within(wanted.yellowPerMille(), 1, 999, "yellowPerMille");
    }
    LocalDate tomorrow = now.today().plusDays(1);
    LocalDate from = wanted.effectiveFrom() == null ? tomorrow : wanted.effectiveFrom();
    if (from.isBefore(tomorrow)) {
      throw new Rejected("TOO_EARLY", "effectiveFrom", "最早从明天起，已开始的时限不变");
    }
    Checks.within(from.getYear(), DueDates.FIRST_YEAR, DueDates.LAST_YEAR, "effectiveFrom");
    return from;
  }

  private int write(Wanted wanted, LocalDate from) {
    calendars.lockForEdit();
    if (version() != wanted.expectedVersion()) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    boolean before = calendars.rules().moveOffDays();
    sql.insertInto(SETTING)
        .set(SETTING.DISTRICT_ID, scope.district())
        .set(SETTING.MOVE_OFF_DAYS, wanted.moveOffDays())
        .set(SETTING.VERSION, 1)
        .onConflict(SETTING.DISTRICT_ID)
        .doUpdate()
        .set(SETTING.MOVE_OFF_DAYS, wanted.moveOffDays())
        .set(SETTING.VERSION, SETTING.VERSION.plus(1))
        .execute();
    if (wanted.yellowPerMille() != null) {
      sql.insertInto(THRESHOLD)
          .set(THRESHOLD.DISTRICT_ID, scope.district())
          .set(THRESHOLD.EFFECTIVE_FROM, from)
          .set(THRESHOLD.PER_MILLE, wanted.yellowPerMille())
          .execute();
    }
    int moved = before == wanted.moveOffDays() ? 0 : moveAll(wanted.moveOffDays());
    audit.record("clock.rulesSet", "district:" + scope.district(), facts(wanted, from, moved));
    return moved;
  }

  private static Map<String, Object> facts(Wanted wanted, LocalDate from, int moved) {
    return wanted.yellowPerMille() == null
        ? Map.of("moveOffDays", wanted.moveOffDays(), "moved", moved)
        : Map.of(
            "moveOffDays",
            wanted.moveOffDays(),
            "moved",
            moved,
            "yellowPerMille",
            wanted.yellowPerMille(),
            "effectiveFrom",
            from.toString());
  }

  /** Every clock that runs, whenever it began. */
  private int moveAll(boolean moveOffDays) {
    Recomputation.Days ever =
        new Recomputation.Days(
            LocalDate.of(DueDates.FIRST_YEAR, 1, 1), LocalDate.of(DueDates.LAST_YEAR, 12, 31));
    return recomputation.afterChangeOf(ever, moveOffDays ? "自然日期限遇休息日顺延：启用" : "自然日期限遇休息日顺延：停用");
  }

  private int version() {
    Integer version =
        sql.select(SETTING.VERSION)
            .from(SETTING)
            .where(SETTING.DISTRICT_ID.eq(scope.district()))
            .fetchOne(SETTING.VERSION);
    return version == null ? 0 : version;
  }
}
