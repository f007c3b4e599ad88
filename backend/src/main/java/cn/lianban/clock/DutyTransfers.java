package cn.lianban.clock;

import cn.lianban.api.types.DutyTransferInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.People;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One duty goes to a colleague of its unit; whole queues go by {@link DutyHolders}. The clock does
 * not notice: unit, date and light stay.
 */
@Component
class DutyTransfers {
  private static final int LONGEST_NOTE = 500;
  private static final Role[] WORKERS = {
    Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD
  };
  private final DutyRows rows;
  private final ClockLog log;
  private final People people;
  private final Posts posts;
  private final TenantScope scope;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;
  private final ApplicationEventPublisher events;

  DutyTransfers(
      DutyRows rows,
      ClockLog log,
      People people,
      Posts posts,
      TenantScope scope,
      Once once,
      AuditTrail audit,
      Now now,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.log = log;
    this.people = people;
    this.posts = posts;
    this.scope = scope;
    this.once = once;
    this.audit = audit;
    this.now = now;
    this.events = events;
  }

  boolean may(Duty duty) {
    return duty.closedAt() == null && seat(duty.ownerUnitId(), duty.assigneeId()).isPresent();
  }

  /**
   * @return the duty's id
   * @throws Problem FORBIDDEN for whoever does not work in the unit, or sees it in the hands of a
   *     colleague without heading the unit
   * @throws Rejected NOT_FOUND, CLOCK_CLOSED, VERSION_CONFLICT, TOO_LONG at note; NOT_FOUND,
   *     NOT_IN_UNIT, AWAY, SAME_PERSON at toAccountId
   */
  long transfer(DutyTransferInput input) {
    String note = input.getNote() == null ? "" : input.getNote().strip();
    if (note.length() > LONGEST_NOTE) {
      throw new Rejected("TOO_LONG", "note", "最多 " + LONGEST_NOTE + " 个字符");
    }
    return once.run(input.getIdempotencyKey(), input, () -> transfer(input, note)).id();
  }

  private long transfer(DutyTransferInput input, String note) {
    DutyRecord row = rows.lock(Ids.parse(Duty.KIND, input.getId()));
    Long from = row.getAssigneeId();
    Seat seat = seat(row.getOwnerUnitId(), from).orElseThrow(Problem::forbidden);
    scope.actFor(seat.forAccount());
    if (!row.getVersion().equals(input.getExpectedVersion())) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    long to = Ids.parse("Account", input.getToAccountId());
    people.requireThere(to, row.getOwnerUnitId(), "toAccountId");
    if (Objects.equals(from, to)) {
      throw new Rejected("SAME_PERSON", "toAccountId", "已由该同事承办");
    }
    long by = posts.requireAccount();
    row.setAssigneeId(to);
    rows.save(row);
    var hands = new ClockLog.Hands(by, from, to);
    log.writeAll(List.of(ClockLog.transferred(row, now.instant(), note, hands)));
    record(row, from, to);
    if (!row.getTest()) {
      events.publishEvent(told(row, by, from, to));
    }
    return row.getId();
  }

  /** Beside the record it is about, where who reads that record's trail finds it. */
  private void record(DutyRecord row, @Nullable Long from, long to) {
    audit.record(
        "duty.transfer",
        row.getSubjectKind().toLowerCase(Locale.ROOT) + ":" + row.getSubjectId(),
        Map.of("duty", row.getId(), "from", from == null ? 0 : from, "to", to));
  }

  private static DutyTransferred told(DutyRecord row, long by, @Nullable Long from, long to) {
    return new DutyTransferred(
        row.getId(),
        row.getSubjectKind(),
        row.getSubjectId(),
        row.getLabel(),
        by,
        from,
        to,
        row.getVersion());
  }

  private Optional<Seat> seat(int unit, @Nullable Long assignee) {
    return posts.seats(WORKERS).stream()
        .filter(seat -> Objects.equals(seat.unitId(), unit) && mayGive(seat, assignee))
        .findFirst();
  }

  private boolean mayGive(Seat seat, @Nullable Long assignee) {
    if (assignee == null || seat.role().equals(Role.DEPARTMENT_HEAD.name())) {
      return true;
    }
    Long whose = seat.forAccount();
    return whose == null ? posts.account().orElse(0) == assignee : whose.equals(assignee);
  }
}
