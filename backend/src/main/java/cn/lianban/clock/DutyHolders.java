package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.clock.DutiesMoved.Subject;
import cn.lianban.db.clock.tables.records.EventRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.OpenWork;
import cn.lianban.identity.People;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Open duties in people's and units' hands, handed over as a whole. */
@Component
class DutyHolders implements OpenWork {
  private static final int MOST = 2_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Clocks clocks;
  private final ClockLog log;
  private final People people;
  private final Posts posts;
  private final ApplicationEventPublisher events;
  private final Now now;

  DutyHolders(
      DSLContext sql,
      TenantScope scope,
      Clocks clocks,
      ClockLog log,
      People people,
      Posts posts,
      ApplicationEventPublisher events,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
    this.log = log;
    this.people = people;
    this.posts = posts;
    this.events = events;
    this.now = now;
  }

  @Override
  public int count(Holding held) {
    return sql.fetchCount(sql.selectOne().from(DUTY).where(open(held)).andNot(DUTY.TEST));
  }

  @Override
  public Map<Long, Integer> byPerson(Collection<Long> accounts) {
    return sql.select(DUTY.ASSIGNEE_ID, DSL.count())
        .from(DUTY)
        .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.CLOSED_AT.isNull())
        .and(Among.these(DUTY.ASSIGNEE_ID, accounts))
        .andNot(DUTY.TEST)
        .groupBy(DUTY.ASSIGNEE_ID)
        .fetchMap(DUTY.ASSIGNEE_ID, DSL.count());
  }

  @Override
  public int handOver(Holding from, Holding to, String reason) {
    Result<Record5<Long, Integer, String, Long, Long>> held =
        sql.select(
                DUTY.ID, DUTY.OWNER_UNIT_ID, DUTY.SUBJECT_KIND, DUTY.SUBJECT_ID, DUTY.ASSIGNEE_ID)
            .from(DUTY)
            .where(open(from))
            .orderBy(DUTY.ID)
            .limit(MOST + 1)
            .forNoKeyUpdate()
            .fetch();
    if (held.size() > MOST) {
      throw new Rejected("TOO_MANY", null, "一次最多移交 " + MOST + " 件");
    }
    checkWorksThere(to, held.intoSet(DUTY.OWNER_UNIT_ID));
    OptionalLong caller = posts.account();
    Long by = caller.isPresent() ? caller.getAsLong() : null;
    ClockLog.Why why = new ClockLog.Why(by, reason);
    Instant at = now.instant();
    if (to.unitId() != null) {
      move(held, to.unitId(), at, why);
    }
    if (to.accountId() != null) {
      note(held.intoMap(DUTY.ID, DUTY.ASSIGNEE_ID), to.accountId(), at, why);
    }
    assign(held.getValues(DUTY.ID), to.accountId());
    return (int) held.size();
  }

  private void checkWorksThere(Holding to, Set<Integer> units) {
    if (to.accountId() == null) {
      return;
    }
    for (int unit : to.unitId() == null ? units : Set.of(to.unitId())) {
      people.requireWorksIn(to.accountId(), unit, "toAccountId");
    }
  }

  /** One clock after another: each keeps its segments, and the later rooms move what they keep. */
  private void move(
      Result<Record5<Long, Integer, String, Long, Long>> held,
      int unit,
      Instant at,
      ClockLog.Why why) {
    List<Subject> moved = new ArrayList<>();
    for (var duty : held) {
      if (duty.value2() != unit) {
        clocks.handOver(duty.value1(), unit, at, why);
        moved.add(new Subject(duty.value3(), duty.value4(), duty.value2()));
      }
    }
    if (!moved.isEmpty()) {
      events.publishEvent(new DutiesMoved(moved, unit));
    }
  }

  /** From whose hands into whose, in each clock's story; who has it already is given nothing. */
  private void note(Map<Long, Long> hands, long to, Instant at, ClockLog.Why why) {
    List<EventRecord> given =
        sql
            .select(DutyRows.FIELDS)
            .from(DUTY)
            .where(DUTY.DISTRICT_ID.eq(scope.district()), Among.these(DUTY.ID, hands.keySet()))
            .orderBy(DUTY.ID)
            .fetchInto(DUTY)
            .stream()
            .filter(row -> !Objects.equals(hands.get(row.getId()), to))
            .map(
                row ->
                    ClockLog.transferred(
                        row,
                        at,
                        why.reason(),
                        new ClockLog.Hands(why.by(), hands.get(row.getId()), to)))
            .toList();
    log.writeAll(given);
  }

  private void assign(List<Long> duties, @Nullable Long account) {
    sql.update(DUTY)
        .set(DUTY.ASSIGNEE_ID, account)
        .set(DUTY.VERSION, DUTY.VERSION.plus(1))
        .where(DUTY.DISTRICT_ID.eq(scope.district()), Among.these(DUTY.ID, duties))
        .execute();
  }

  private Condition open(Holding held) {
    Condition open = DUTY.DISTRICT_ID.eq(scope.district()).and(DUTY.CLOSED_AT.isNull());
    if (held.accountId() != null) {
      open = open.and(DUTY.ASSIGNEE_ID.eq(held.accountId()));
    }
    return held.unitId() == null
        ? open
        : open.and(DUTY.OWNER_UNIT_ID.eq(Objects.requireNonNull(held.unitId())));
  }
}
