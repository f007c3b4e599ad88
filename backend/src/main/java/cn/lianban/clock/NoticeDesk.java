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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The State Council's yearly notice, taken in by an operator for all districts. */
@Component
class NoticeDesk {
  private static final int FIRST_YEAR = 2000;
  private static final int MOST_DAYS = 200;
  private static final int LISTED = 20;
  private final DSLContext sql;
  private final TenantScope scope;
  private final NationalNotices notices;
  private final NationalDays national;
  private final NoticeForecast moving;
  private final Posts posts;
  private final Once once;

  NoticeDesk(
      DSLContext sql,
      TenantScope scope,
      NationalNotices notices,
      NationalDays national,
      NoticeForecast moving,
      Posts posts,
      Once once) {
    this.sql = sql;
    this.scope = scope;
    this.notices = notices;
    this.national = national;
    this.moving = moving;
    this.posts = posts;
    this.once = once;
  }

  record Notice(int year, String paper, List<NationalDay> days) {}

  /**
   * @param off as it would be
   * @param dropped the notice does not name it any more
   */
  record NoticeDay(LocalDate day, String name, boolean off, boolean offNow, boolean dropped) {}

  /**
   * @param districts those in which clocks would move, most first
   * @param complete false: there were more clocks than one look bears
   */
  record Forecast(
      int year,
      boolean alreadyPublished,
      List<NoticeDay> changed,
      int movedDuties,
      List<NoticeForecast.DistrictMoves> districts,
      boolean complete) {}

  /** What a publication did to the district's clocks. */
  record Applied(String cause, Instant at, @Nullable Instant doneAt, int movedDuties) {}

  boolean viewerCanPublish() {
    return posts.holds(Role.PLATFORM_OPERATOR);
  }

  Forecast forecast(Notice notice) {
    posts.require(Role.PLATFORM_OPERATOR);
    if (notice.year() < FIRST_YEAR || notice.year() > DueDates.LAST_YEAR) {
      return new Forecast(notice.year(), false, List.of(), 0, List.of(), true); // refused later
    }
    NationalCalendar calendar = national.calendar();
    NationalNotices.Difference difference = notices.against(notice.year(), notice.days());
    NationalCalendar then =
        calendar.with(notice.year(), notice.paper(), difference.changed(), difference.dropped());
    boolean published = calendar.published(notice.year());
    NoticeForecast.Moves moves =
        difference.days() == 0
            ? NoticeForecast.Moves.NONE
            : moving.of(
                published
                    ? difference.span()
                    : NationalNotices.wholeYear(notice.year(), difference),
                then);
    return new Forecast(
        notice.year(),
        published,
        changed(difference, calendar, then),
        moves.districts().stream().mapToInt(NoticeForecast.DistrictMoves::movedDuties).sum(),
        moves.districts(),
        moves.complete());
  }

  private static List<NoticeDay> changed(
      NationalNotices.Difference difference, NationalCalendar now, NationalCalendar then) {
    return Stream.concat(
            difference.changed().stream().map(day -> changed(day, now, then, false)),
            difference.dropped().stream().map(day -> changed(day, now, then, true)))
        .sorted(Comparator.comparing(NoticeDay::day))
        .toList();
  }

  private static NoticeDay changed(
      NationalDay day, NationalCalendar now, NationalCalendar then, boolean dropped) {
    return new NoticeDay(
        day.day(),
        day.name(),
        !then.mark(day.day()).working(),
        !now.mark(day.day()).working(),
        dropped);
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
              changed[0] = notices.take(notice.year(), notice.paper(), notice.days());
              return notice.year();
            });
    return done.replayed() ? null : changed[0];
  }

  /** A notice without days publishes nothing: an empty file must not say that a year is known. */
  private static Notice checked(Notice wanted) {
    Checks.within(wanted.year(), FIRST_YEAR, DueDates.LAST_YEAR, "notice.year");
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
