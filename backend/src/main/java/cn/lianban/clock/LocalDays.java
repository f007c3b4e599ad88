package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.LOCAL_DAY;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.clock.tables.records.LocalDayRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A district's own days off and working days: declared by its administrator, with a paper. */
@Component
class LocalDays {
  private static final int TEXT = 300;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Calendars calendars;
  private final Recomputation recomputation;
  private final Once once;
  private final AuditTrail audit;

  LocalDays(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      Calendars calendars,
      Recomputation recomputation,
      Once once,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.calendars = calendars;
    this.recomputation = recomputation;
    this.once = once;
    this.audit = audit;
  }

  boolean viewerCanEdit() {
    return posts.holds(Role.DISTRICT_ADMIN);
  }

  /**
   * Declares a day and moves the open clocks that cross it.
   *
   * @param expectedVersion null for a day that has no row yet
   * @param request the mutation's whole input
   * @return how many due dates moved, null when the same request had been done before
   * @throws Rejected REQUIRED, TOO_LONG, OUT_OF_RANGE, VERSION_CONFLICT
   */
  @Nullable Integer set(
      LocalDay wanted, @Nullable Integer expectedVersion, String key, Object request) {
    posts.require(Role.DISTRICT_ADMIN);
    LocalDay day = checked(wanted);
    String cause = day.day() + (day.off() ? " 休息：" : " 上班：") + day.name() + paper(day);
    return change(
        day.day(),
        key,
        request,
        "calendar.localDaySet",
        () -> {
          write(day, expectedVersion);
          return cause;
        });
  }

  /**
   * Takes a declared day back; parameters and answer as of {@link #set}.
   *
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT
   */
  @Nullable Integer remove(LocalDate day, int expectedVersion, String key, Object request) {
    posts.require(Role.DISTRICT_ADMIN);
    return change(
        day,
        key,
        request,
        "calendar.localDayRemove",
        () -> {
          LocalDayRecord row = find(day);
          if (row == null) {
            throw new Rejected("NOT_FOUND", "day", "该日没有本地安排");
          }
          match(row, expectedVersion);
          row.delete();
          return day + " 撤销本地安排：" + row.getName();
        });
  }

  /**
   * Declares days of a sheet, whatever stood there, in the caller's transaction; authorised and
   * audited by the import. The open clocks that cross them are moved once for all.
   */
  void put(Collection<LocalDay> days) {
    if (days.isEmpty()) {
      return;
    }
    calendars.lockForEdit();
    for (LocalDay day : days) {
      LocalDayRecord row = find(day.day());
      write(day, row == null ? null : row.getVersion());
    }
    recompute(days.stream().map(LocalDay::day).toList(), "导入本区安排");
  }

  /** Takes days of a sheet back; as {@link #put}. */
  void takeBack(Collection<LocalDate> days) {
    if (days.isEmpty()) {
      return;
    }
    calendars.lockForEdit();
    sql.deleteFrom(LOCAL_DAY)
        .where(LOCAL_DAY.DISTRICT_ID.eq(scope.district()), Among.these(LOCAL_DAY.DAY, days))
        .execute();
    recompute(days, "撤销导入的本区安排");
  }

  private void recompute(Collection<LocalDate> days, String what) {
    Recomputation.Days span = Recomputation.Days.of(days);
    recomputation.afterChangeOf(span, what + "：" + span.first() + " 至 " + span.last());
  }

  private @Nullable Integer change(
      LocalDate day, String key, Object request, String action, Supplier<String> edit) {
    int[] moved = {0};
    Once.Done done =
        once.run(
            key,
            request,
            () -> {
              calendars.lockForEdit();
              moved[0] = recomputation.afterChangeOf(new Recomputation.Days(day, day), edit.get());
              audit.record(action, "day:" + day, Map.of("moved", moved[0]));
              return day.toEpochDay();
            });
    return done.replayed() ? null : moved[0];
  }

  private static LocalDay checked(LocalDay wanted) {
    Checks.within(wanted.day().getYear(), DueDates.FIRST_YEAR, DueDates.LAST_YEAR, "day");
    String name = Checks.text(wanted.name(), TEXT, "name");
    String paper = wanted.paper().isBlank() ? "" : Checks.text(wanted.paper(), TEXT, "paper");
    return new LocalDay(wanted.day(), wanted.off(), name, paper, 0);
  }

  private static String paper(LocalDay day) {
    return day.paper().isEmpty() ? "" : "（" + day.paper() + "）";
  }

  private @Nullable LocalDayRecord find(LocalDate day) {
    return sql.selectFrom(LOCAL_DAY)
        .where(LOCAL_DAY.DISTRICT_ID.eq(scope.district()), LOCAL_DAY.DAY.eq(day))
        .fetchOne();
  }

  private void write(LocalDay day, @Nullable Integer expectedVersion) {
    LocalDayRecord row = find(day.day());
    match(row, expectedVersion);
    if (row == null) {
      row = sql.newRecord(LOCAL_DAY);
      row.setDistrictId(scope.district());
      row.setDay(day.day());
      row.setVersion(0);
    } else {
      row.setVersion(row.getVersion() + 1);
    }
    row.setOff(day.off());
    row.setName(day.name());
    row.setPaper(day.paper());
    row.store();
  }

  private static void match(@Nullable LocalDayRecord row, @Nullable Integer expectedVersion) {
    Integer version = row == null ? null : row.getVersion();
    if (!Objects.equals(version, expectedVersion)) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }
}
