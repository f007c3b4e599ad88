package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.TAKEOVER;

import cn.lianban.audit.Once;
import cn.lianban.catalog.Item;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 审管衔接: each result reaches the department that supervises afterwards and is signed for there. The
 * item names it; by default it is the one that decided, which needs no receipt from itself.
 */
@Component
class Takeovers {
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseActs acts;
  private final CaseClocks clocks;
  private final SubjectClocks subjects;
  private final Handlings handlings;
  private final Handovers handovers;
  private final CaseLog log;
  private final Posts posts;
  private final Once once;
  private final Now now;
  private final ApplicationEventPublisher events;

  Takeovers(
      DSLContext sql,
      TenantScope scope,
      CaseActs acts,
      CaseClocks clocks,
      SubjectClocks subjects,
      Handlings handlings,
      Handovers handovers,
      CaseLog log,
      Posts posts,
      Once once,
      Now now,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.acts = acts;
    this.clocks = clocks;
    this.subjects = subjects;
    this.handlings = handlings;
    this.handovers = handovers;
    this.log = log;
    this.posts = posts;
    this.once = once;
    this.now = now;
    this.events = events;
  }

  /** Last of a decision, so that everything written by it is raised with it. */
  void send(CaseFile file, Item item, By by, Instant at) {
    Integer named = handlings.of(item.id()).overseerUnitId();
    int unit = named == null ? file.decideUnitId() : named;
    boolean same = unit == file.decideUnitId();
    if (!same) {
      raise(file);
    }
    sql.insertInto(TAKEOVER)
        .set(TAKEOVER.DISTRICT_ID, scope.district())
        .set(TAKEOVER.CASE_ID, file.id())
        .set(TAKEOVER.SUB_DISTRICT_ID, file.subDistrictId())
        .set(TAKEOVER.AT_DISTRICT, file.atDistrict() || !same)
        .set(TAKEOVER.UNIT_ID, unit)
        .set(TAKEOVER.SENT_AT, at)
        .set(TAKEOVER.SIGNED_AT, same ? at : null)
        .set(TAKEOVER.SIGNED_BY, same ? by.accountId() : null)
        .set(TAKEOVER.DUTY_ID, same ? null : Long.valueOf(clocks.takeover(file, item, unit, at)))
        .execute();
    if (!same) {
      events.publishEvent(new ResultSent(file.id(), unit));
    }
  }

  /** The supervising department is of the district level and must see the case to sign. */
  private void raise(CaseFile file) {
    if (file.atDistrict() || file.subDistrictId() == null) {
      return;
    }
    sql.update(CASEFILE)
        .set(CASEFILE.AT_DISTRICT, true)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.eq(file.id()))
        .execute();
    handovers.raiseToDistrict(file);
    subjects.raiseToDistrict(CaseFile.KIND, file.id());
    events.publishEvent(new CaseRaised(file.id()));
  }

  /**
   * @throws Problem FORBIDDEN for whoever is no officer or head of the department
   * @throws Rejected NOT_FOUND, NOTHING_TO_TAKE_OVER before the decision, TAKEN_OVER when it was
   *     signed for
   */
  long sign(String key, Object input, long caseId) {
    posts.require(Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD);
    return once.run(key, input, () -> sign(acts.visible(caseId))).id();
  }

  private long sign(CaseFile file) {
    Takeover waiting = of(List.of(file.id())).get(file.id());
    if (waiting == null) {
      throw new Rejected("NOTHING_TO_TAKE_OVER", null, "尚未作出决定，没有结果可接收");
    }
    Seat seat = seat(waiting).orElseThrow(Problem::forbidden);
    scope.actFor(seat.forAccount());
    By by = By.caller(posts, seat);
    Instant at = now.instant();
    int signed =
        sql.update(TAKEOVER)
            .set(TAKEOVER.SIGNED_AT, at)
            .set(TAKEOVER.SIGNED_BY, by.accountId())
            .where(TAKEOVER.DISTRICT_ID.eq(scope.district()), TAKEOVER.CASE_ID.eq(file.id()))
            .and(TAKEOVER.SIGNED_AT.isNull())
            .execute();
    if (signed == 0) {
      throw new Rejected("TAKEN_OVER", null, "结果已经签收");
    }
    clocks.close(CaseClocks.TAKEOVER, file.id(), at);
    log.add(CaseLog.Place.of(file), CaseEventKind.TAKEN_OVER, by, at, "");
    acts.record("case.take_over", file.id(), Map.of());
    return file.id();
  }

  boolean maySign(Takeover takeover) {
    return takeover.signedAt() == null && seat(takeover).isPresent();
  }

  private java.util.Optional<Seat> seat(Takeover takeover) {
    return posts.seat(takeover.unitId(), Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD);
  }

  /** What the units have to sign for, longest waiting first. */
  Page<Takeover> waiting(Collection<Integer> units, int first, @Nullable String after) {
    int size = Page.size(first);
    var rows =
        sql.selectFrom(TAKEOVER)
            .where(TAKEOVER.DISTRICT_ID.eq(scope.district()), Among.these(TAKEOVER.UNIT_ID, units))
            .and(TAKEOVER.SIGNED_AT.isNull())
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(TAKEOVER.SENT_AT, TAKEOVER.CASE_ID)
            .limit(size + 1)
            .fetch(Takeovers::row);
    return Page.of(rows, size, one -> Cursor.of(one.sentAt(), one.caseId()));
  }

  private static Condition beyond(String after) {
    List<String> parts = Cursor.parse(after, 2);
    return DSL.row(TAKEOVER.SENT_AT, TAKEOVER.CASE_ID)
        .gt(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1)));
  }

  Map<Long, Takeover> of(Collection<Long> caseIds) {
    return sql.selectFrom(TAKEOVER)
        .where(TAKEOVER.DISTRICT_ID.eq(scope.district()), Among.these(TAKEOVER.CASE_ID, caseIds))
        .fetchMap(TAKEOVER.CASE_ID, Takeovers::row);
  }

  private static Takeover row(Record row) {
    return new Takeover(
        row.get(TAKEOVER.CASE_ID),
        row.get(TAKEOVER.UNIT_ID),
        row.get(TAKEOVER.SENT_AT),
        row.get(TAKEOVER.SIGNED_AT),
        row.get(TAKEOVER.DUTY_ID));
  }
}
