package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.NATIONAL_APPLIED;
import static cn.lianban.db.clock.Tables.NATIONAL_CHANGE;

import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The State Council's yearly notice, taken in by an operator for all districts. */
@Component
class NoticeDesk {
  private static final int MOST_DAYS = 200;
  private static final int LISTED = 20;
  private final DSLContext sql;
  private final TenantScope scope;
  private final NationalNotices notices;
  private final NationalDays national;
  private final Posts posts;
  private final Once once;

  NoticeDesk(
      DSLContext sql,
      TenantScope scope,
      NationalNotices notices,
      NationalDays national,
      Posts posts,
      Once once) {
    this.sql = sql;
    this.scope = scope;
    this.notices = notices;
    this.national = national;
    this.posts = posts;
    this.once = once;
  }

  record Notice(int year, String paper, List<NationalDay> days) {}

  record NoticeDay(LocalDate day, String name, boolean off, boolean offNow) {}

  record Forecast(int year, boolean alreadyPublished, List<NoticeDay> changed) {}

  /** What a publication did to the district's clocks. */
  record Applied(String cause, Instant at, @Nullable Instant doneAt, int movedDuties) {}

  boolean viewerCanPublish() {
    return posts.holds(Role.PLATFORM_OPERATOR);
  }

  Forecast forecast(Notice notice) {
    posts.require(Role.PLATFORM_OPERATOR);
    NationalCalendar calendar = national.calendar();
    Map<LocalDate, NationalDay> known = notices.known();
    List<NoticeDay> changed =
        notice.days().stream()
            .filter(day -> NationalNotices.differs(day, known))
            .map(
                day ->
                    new NoticeDay(
                        day.day(), day.name(), day.off(), !calendar.mark(day.day()).working()))
            .toList();
    return new Forecast(notice.year(), calendar.published(notice.year()), changed);
  }

  /**
   * @return how many days were new or other; null when the same request had been done before
   * @throws Rejected OUT_OF_RANGE, REQUIRED, TOO_LONG, DAY_TWICE, OTHER_YEAR
   */
  @Nullable Integer publish(Notice wanted, String key, Object request) {
    posts.require(Role.PLATFORM_OPERATOR);
    Notice notice = checked(wanted);
    int[] changed = {0};
    Once.Done done =
        once.run(
            key,
            request,
            () -> {
              changed[0] = notices.putDays(notice.days());
              notices.publish(notice.year(), notice.paper());
              return notice.year();
            });
    return done.replayed() ? null : changed[0];
  }

  /** A notice without days publishes nothing: an empty file must not say that a year is known. */
  private static Notice checked(Notice wanted) {
    Checks.within(wanted.year(), 2000, DueDates.LAST_YEAR, "notice.year");
    String paper = Checks.text(wanted.paper(), 300, "notice.paper");
    Checks.within(wanted.days().size(), 1, MOST_DAYS, "notice.days");
    Set<LocalDate> seen = new HashSet<>();
    for (NationalDay day : wanted.days()) {
      Checks.text(day.name(), 300, "notice.days");
      if (!seen.add(day.day())) {
        throw new Rejected("DAY_TWICE", "notice.days", day.day() + " 出现两次");
      }
      // the last days of December may stand in the next year's notice
      if (day.day().getYear() != wanted.year()
          && !day.day().equals(LocalDate.of(wanted.year() - 1, 12, day.day().getDayOfMonth()))) {
        throw new Rejected("OTHER_YEAR", "notice.days", day.day() + " 不在 " + wanted.year() + " 年");
      }
    }
    return new Notice(wanted.year(), paper, wanted.days());
  }

  /** The newest first. */
  List<Applied> applied() {
    if (!scope.current().hasDistrict()) {
      return List.of();
    }
    return sql.select(
            NATIONAL_CHANGE.CAUSE,
            NATIONAL_CHANGE.AT,
            NATIONAL_APPLIED.DONE_AT,
            NATIONAL_APPLIED.MOVED)
        .from(NATIONAL_APPLIED)
        .join(NATIONAL_CHANGE)
        .on(NATIONAL_CHANGE.ID.eq(NATIONAL_APPLIED.CHANGE_ID))
        .where(NATIONAL_APPLIED.DISTRICT_ID.eq(scope.district()))
        .orderBy(NATIONAL_CHANGE.ID.desc())
        .limit(LISTED)
        .fetch(row -> new Applied(row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
