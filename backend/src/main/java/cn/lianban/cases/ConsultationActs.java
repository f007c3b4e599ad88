package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CONSULTATION;

import cn.lianban.audit.Once;
import cn.lianban.cases.Cases.Call;
import cn.lianban.cases.Consultation.State;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is done to a consultation by the unit that has it, or is asked to take it. */
@Component
class ConsultationActs {
  private final Consultations consultations;
  private final ConsultationRows rows;
  private final ConsultationClocks clocks;
  private final Units units;
  private final Posts posts;
  private final TenantScope scope;
  private final Once once;
  private final Now now;
  private final ApplicationEventPublisher events;

  ConsultationActs(
      Consultations consultations,
      ConsultationRows rows,
      ConsultationClocks clocks,
      Units units,
      Posts posts,
      TenantScope scope,
      Once once,
      Now now,
      ApplicationEventPublisher events) {
    this.consultations = consultations;
    this.rows = rows;
    this.clocks = clocks;
    this.units = units;
    this.posts = posts;
    this.scope = scope;
    this.once = once;
    this.now = now;
    this.events = events;
  }

  /** By who owns it, also while another unit is asked to take it. */
  long answer(Call call, String typed) {
    String answer = Texts.required(typed, "answer", "请填写答复内容");
    return act(
        call,
        "consultation.answer",
        one -> one.state() != State.ANSWERED,
        Consultation::unitId,
        (one, by, at) -> {
          rows.answered(one, call.version(), by, answer, at);
          clocks.closeAll(one.id(), at);
        });
  }

  /**
   * Asks another unit to take it; until it does, the sender owes the answer.
   *
   * @throws Rejected NOT_FOUND, SAME_UNIT, OTHER_SUB_DISTRICT at unitId, REQUIRED at reason
   */
  long handOver(Call call, int toUnit, String typed) {
    String reason = Texts.required(typed, "reason", "请填写转办原因");
    return act(
        call,
        "consultation.hand_over",
        one -> one.state() == State.OPEN,
        Consultation::unitId,
        (one, by, at) -> {
          Unit to = target(one, toUnit);
          Map<Field<?>, @Nullable Object> values = new HashMap<>();
          values.put(CONSULTATION.STATE, State.HANDED_OVER.name());
          values.put(CONSULTATION.TO_UNIT_ID, to.id());
          values.put(CONSULTATION.AT_DISTRICT, one.atDistrict() || to.atDistrictLevel());
          values.put(CONSULTATION.SUB_DISTRICT_ID, place(one, to));
          rows.change(one, call.version(), values);
          Consultation sent = consultations.visible(one.id());
          rows.sent(sent, one.unitId(), to.id(), reason, by, at);
          if (sent.atDistrict()) {
            clocks.raiseToDistrict(sent);
          }
          clocks.start(ConsultationClocks.TAKE, sent, to.id(), null, consultations.label(sent), at);
          events.publishEvent(new ConsultationSent(sent, to.id()));
        });
  }

  private Unit target(Consultation one, int unit) {
    Unit to =
        units
            .find(unit)
            .filter(Unit::open)
            .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "没有这个单位"));
    if (to.id() == one.unitId()) {
      throw new Rejected("SAME_UNIT", "unitId", "咨询已在这个单位");
    }
    Integer place = IntakeRows.subDistrict(to);
    if (place != null && one.subDistrictId() != null && !place.equals(one.subDistrictId())) {
      throw new Rejected("OTHER_SUB_DISTRICT", "unitId", "不能直接转给其他街道，请转给区级部门");
    }
    return to;
  }

  /** The sub-district that sees it, once one takes part. */
  private static @Nullable Integer place(Consultation one, Unit to) {
    return one.subDistrictId() == null ? IntakeRows.subDistrict(to) : one.subDistrictId();
  }

  /** Takes what was sent to the caller's unit: from now on it owes the answer. */
  long take(Call call) {
    return act(
        call,
        "consultation.take",
        one -> one.state() == State.HANDED_OVER,
        one -> Objects.requireNonNullElse(one.toUnitId(), one.unitId()),
        (one, by, at) -> {
          Map<Field<?>, @Nullable Object> values = new HashMap<>();
          values.put(CONSULTATION.STATE, State.OPEN.name());
          values.put(CONSULTATION.UNIT_ID, by.unitId());
          values.put(CONSULTATION.TO_UNIT_ID, null);
          rows.change(one, call.version(), values);
          rows.taken(one.id(), by, at);
          clocks.closeAll(one.id(), at);
          clocks.start(
              ConsultationClocks.ANSWER,
              one,
              by.unitId(),
              by.worker(),
              consultations.label(one),
              at);
        });
  }

  /** Notes who looked at the asker unmasked, and why. */
  long reveal(Call call, String purpose) {
    return act(
        call,
        "consultation.reveal_purpose",
        one -> true,
        Consultation::unitId,
        (one, by, at) ->
            consultations.record("consultation.reveal", one.id(), Map.of("purpose", purpose)));
  }

  private interface Act {
    void take(Consultation one, By by, Instant at);
  }

  private long act(
      Call call,
      String action,
      Predicate<Consultation> allowed,
      ToIntFunction<Consultation> unit,
      Act act) {
    return once.run(
            call.key(),
            call.input(),
            () -> {
              Consultation one = consultations.visible(call.id());
              Optional<Seat> seat = posts.seat(unit.applyAsInt(one), Consultations.STAFF);
              By by = By.caller(posts, seat.orElseThrow(Problem::forbidden));
              scope.actFor(seat.get().forAccount());
              if (!allowed.test(one)) {
                throw new Rejected("WRONG_STATE", null, "咨询当前状态不能进行此操作");
              }
              act.take(one, by, now.instant());
              consultations.record(action, one.id(), Map.of());
              return one.id();
            })
        .id();
  }
}
