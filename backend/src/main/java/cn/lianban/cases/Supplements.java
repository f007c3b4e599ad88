package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.SUPPLEMENT;

import cn.lianban.cases.Cases.Call;
import cn.lianban.clock.Clocks;
import cn.lianban.clock.Duty;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What is missing is told once, before acceptance, naming everything (行政许可法 Art. 32 (4)). Anything
 * else is possible, for people err, but kept as an anomaly and stops no clock.
 */
@Component
class Supplements {
  private static final int MOST = 50;
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseActs acts;
  private final CaseSteps steps;
  private final Clocks clocks;
  private final CaseClocks caseClocks;
  private final CaseLog log;
  private final Now now;
  private final ApplicationEventPublisher events;

  Supplements(
      DSLContext sql,
      TenantScope scope,
      CaseActs acts,
      CaseSteps steps,
      Clocks clocks,
      CaseClocks caseClocks,
      CaseLog log,
      Now now,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.acts = acts;
    this.steps = steps;
    this.clocks = clocks;
    this.caseClocks = caseClocks;
    this.log = log;
    this.now = now;
    this.events = events;
  }

  /** As it is read. */
  record Supplement(
      long id,
      Instant toldAt,
      LocalDate until,
      List<String> missing,
      @Nullable String anomaly,
      @Nullable Instant completeAt) {}

  /**
   * @param anomaly why it is told again or late; null: as the law has it
   */
  record Notice(List<String> missing, LocalDate until, @Nullable String anomaly) {}

  /**
   * @throws Rejected REQUIRED, TOO_LONG at missing; INVALID at until; SUPPLEMENT_TWICE,
   *     SUPPLEMENT_LATE at anomaly without a reason
   */
  long tell(Call call, Notice notice) {
    List<String> missing =
        notice.missing().stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (missing.isEmpty()) {
      throw new Rejected("REQUIRED", "missing", "请逐条写明需要补正的全部内容");
    }
    if (missing.size() > MOST || missing.stream().anyMatch(line -> line.length() > 300)) {
      throw new Rejected("TOO_LONG", "missing", "最多 50 条，每条最多 300 个字符");
    }
    if (notice.until().isBefore(now.today())) {
      throw new Rejected("INVALID", "until", "补正期限不能早于今天");
    }
    Notice clean = new Notice(missing, notice.until(), notice.anomaly());
    return acts.act(
        call, CaseAction.SUPPLEMENT, (file, by, at) -> told(file, call.version(), by, clean, at));
  }

  private void told(CaseFile file, int version, By by, Notice notice, Instant at) {
    Duty duty = caseClocks.find(CaseClocks.ACCEPTANCE, file.id());
    boolean before =
        file.status() == CaseStatus.RECEIVED
            && duty != null
            && (duty.dueAt() == null || at.isBefore(duty.dueAt()));
    boolean again = of(List.of(file.id())).containsKey(file.id());
    boolean anomaly = again || !before;
    String why = anomaly ? reason(notice, again) : null;
    steps.change(file, version, Map.of());
    CaseLog.Place place = CaseLog.Place.of(file);
    long id = insert(place, notice, why, at);
    caseClocks.lookedAt(file.id());
    if (!anomaly) {
      clocks.suspend(
          java.util.Objects.requireNonNull(duty).id(),
          SuspensionReason.SUPPLEMENT,
          "《行政许可法》第三十二条第一款第（四）项",
          notice.until(),
          at,
          at);
    }
    log.add(
        place,
        anomaly ? CaseEventKind.SUPPLEMENT_ANOMALY : CaseEventKind.SUPPLEMENT_TOLD,
        by,
        at,
        String.join("；", notice.missing()));
    events.publishEvent(new SupplementNoticed(file.id(), id, anomaly));
  }

  private static String reason(Notice notice, boolean again) {
    if (notice.anomaly() == null || notice.anomaly().isBlank()) {
      throw again
          ? new Rejected("SUPPLEMENT_TWICE", "anomaly", "补正应当一次告知全部内容。确需再次告知的，须说明原因并记为异常")
          : new Rejected("SUPPLEMENT_LATE", "anomaly", "受理后或逾期后不应再要求补正。确需告知的，须说明原因并记为异常");
    }
    return Texts.required(notice.anomaly(), "anomaly", "");
  }

  private long insert(CaseLog.Place place, Notice notice, @Nullable String why, Instant at) {
    return sql.insertInto(SUPPLEMENT)
        .set(SUPPLEMENT.DISTRICT_ID, scope.district())
        .set(SUPPLEMENT.SUB_DISTRICT_ID, place.subDistrictId())
        .set(SUPPLEMENT.AT_DISTRICT, place.atDistrict())
        .set(SUPPLEMENT.CASE_ID, place.caseId())
        .set(SUPPLEMENT.TOLD_AT, at)
        .set(SUPPLEMENT.UNTIL, notice.until())
        .set(SUPPLEMENT.MISSING, notice.missing().toArray(String[]::new))
        .set(SUPPLEMENT.ANOMALY, why)
        .returning(SUPPLEMENT.ID)
        .fetchSingle()
        .getId();
  }

  /**
   * All has come: the days for acceptance run on.
   *
   * @throws Rejected NOTHING_ASKED when nothing is open
   */
  long came(Call call, @Nullable String note) {
    return acts.act(
        call,
        CaseAction.SUPPLEMENT_IN,
        (file, by, at) -> {
          steps.change(file, call.version(), Map.of());
          came(file, by, at, Texts.optional(note));
        });
  }

  void came(CaseFile file, By by, Instant at, String note) {
    if (finish(file.id(), at) == 0) {
      throw new Rejected("NOTHING_ASKED", null, "没有待补正的材料");
    }
    resume(file, at);
    caseClocks.lookedAt(file.id());
    log.add(CaseLog.Place.of(file), CaseEventKind.SUPPLEMENTED, by, at, note);
  }

  private void resume(CaseFile file, Instant at) {
    Duty duty = caseClocks.find(CaseClocks.ACCEPTANCE, file.id());
    if (duty != null && duty.paused()) {
      clocks.resume(duty.id(), at);
    }
  }

  private int finish(long caseId, Instant at) {
    return sql.update(SUPPLEMENT)
        .set(SUPPLEMENT.COMPLETE_AT, at)
        .where(SUPPLEMENT.DISTRICT_ID.eq(scope.district()), SUPPLEMENT.CASE_ID.eq(caseId))
        .and(SUPPLEMENT.COMPLETE_AT.isNull())
        .execute();
  }

  /**
   * Who accepts has all he asked for; answers when the papers were complete, null: from the start.
   */
  @Nullable Instant complete(CaseFile file, Instant at) {
    finish(file.id(), at);
    return completeAt(file.id());
  }

  @Nullable Instant completeAt(long caseId) {
    return of(List.of(caseId)).getOrDefault(caseId, List.of()).stream()
        .filter(one -> one.anomaly() == null)
        .map(Supplement::completeAt)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  Map<Long, List<Supplement>> of(Collection<Long> caseIds) {
    return sql.selectFrom(SUPPLEMENT)
        .where(SUPPLEMENT.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(SUPPLEMENT.CASE_ID, caseIds))
        .orderBy(SUPPLEMENT.ID)
        .fetchGroups(
            SUPPLEMENT.CASE_ID,
            row ->
                new Supplement(
                    row.getId(),
                    row.getToldAt(),
                    row.getUntil(),
                    Arrays.asList(row.getMissing()),
                    row.getAnomaly(),
                    row.getCompleteAt()));
  }
}
