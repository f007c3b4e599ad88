package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_MATERIAL;

import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What was left open at acceptance: owed materials (容缺受理), promises to be checked (告知承诺). */
@Component
class LaterMaterials {
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseActs acts;
  private final CaseQueries queries;
  private final CaseSteps steps;
  private final CaseClocks clocks;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  LaterMaterials(
      DSLContext sql,
      TenantScope scope,
      CaseActs acts,
      CaseQueries queries,
      CaseSteps steps,
      CaseClocks clocks,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.acts = acts;
    this.queries = queries;
    this.steps = steps;
    this.clocks = clocks;
    this.log = log;
    this.events = events;
  }

  /**
   * Owed materials have come; the applicant's duty ends with the last.
   *
   * @throws Rejected NOT_OWED at materials
   */
  long came(Call call, Map<Integer, MaterialState> seen) {
    return acts.act(
        call,
        CaseAction.OWED_IN,
        (file, by, at) -> {
          List<CaseMaterial> owed =
              queries.materials(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
                  .filter(one -> one.state() == MaterialState.OWED)
                  .toList();
          List<CaseMaterial> now = owed.stream().filter(one -> brought(seen, one.seq())).toList();
          if (now.isEmpty()) {
            throw new Rejected("NOT_OWED", "materials", "没有选中容缺待补的材料");
          }
          steps.change(file, call.version(), Map.of());
          now.forEach(
              one -> set(file.id(), one.seq(), Objects.requireNonNull(seen.get(one.seq()))));
          clocks.lookedAt(file.id());
          if (now.size() == owed.size()) {
            clocks.close(CaseClocks.OWED, file.id(), at);
          }
          String names = String.join("；", now.stream().map(CaseMaterial::name).toList());
          log.add(CaseLog.Place.of(file), CaseEventKind.OWED_IN, by, at, names);
        });
  }

  private static boolean brought(Map<Integer, MaterialState> seen, int seq) {
    MaterialState state = seen.get(seq);
    return state == MaterialState.ORIGINAL_SEEN || state == MaterialState.COPY;
  }

  private void set(long caseId, int seq, MaterialState state) {
    sql.update(CASE_MATERIAL)
        .set(CASE_MATERIAL.STATE, state.name())
        .where(CASE_MATERIAL.DISTRICT_ID.eq(scope.district()))
        .and(CASE_MATERIAL.CASE_ID.eq(caseId))
        .and(CASE_MATERIAL.SEQ.eq(seq))
        .execute();
  }

  /**
   * What was promised in writing is looked at.
   *
   * @throws Rejected NO_CHECK when none is owed
   */
  long check(Call call, boolean kept, String findings) {
    String found = Texts.required(findings, "findings", "请填写核查情况");
    return acts.act(
        call,
        CaseAction.CHECK,
        (file, by, at) -> {
          if (clocks.close(CaseClocks.CHECK, file.id(), at) == 0) {
            throw new Rejected("NO_CHECK", null, "没有待办的告知承诺核查");
          }
          steps.change(file, call.version(), Map.of());
          String note = (kept ? "承诺属实：" : "承诺不实：") + found;
          log.add(CaseLog.Place.of(file), CaseEventKind.CHECKED, by, at, note);
          events.publishEvent(new PromiseChecked(file.id(), kept));
        });
  }
}
