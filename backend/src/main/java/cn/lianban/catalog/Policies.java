package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.POLICY;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.catalog.Drafts.Step;
import cn.lianban.db.catalog.tables.records.PolicyRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Preferential policies: a library in which nothing is offered that cannot be claimed today. */
@Component
class Policies {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Editors editors;
  private final Units units;

  Policies(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Editors editors,
      Units units) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.editors = editors;
    this.units = units;
  }

  /** Also one that is not valid any more: its answer says so. */
  Optional<Policy> find(long id) {
    return sql.selectFrom(POLICY)
        .where(POLICY.DISTRICT_ID.eq(scope.district()), POLICY.ID.eq(id))
        .fetchOptional(Policies::policy);
  }

  /**
   * Newest first.
   *
   * @param all with those that are not valid today, for staff
   */
  Page<Policy> page(
      @Nullable String search,
      Policy.@Nullable Audience audience,
      boolean all,
      int first,
      @Nullable String after) {
    int size = Page.size(first);
    Condition which = all && editors.isStaff() ? DSL.noCondition() : validToday();
    if (search != null && !search.isBlank()) {
      String text = search.strip();
      which =
          which.and(
              POLICY
                  .TITLE
                  .containsIgnoreCase(text)
                  .or(POLICY.CLAIMANTS.containsIgnoreCase(text))
                  .or(POLICY.BENEFIT.containsIgnoreCase(text)));
    }
    if (audience != null) {
      which = which.and(POLICY.AUDIENCE.in(audience.name(), Policy.Audience.BOTH.name()));
    }
    if (after != null) {
      which = which.and(POLICY.ID.lt(Cursors.id(after)));
    }
    List<Policy> rows =
        sql.selectFrom(POLICY)
            .where(POLICY.DISTRICT_ID.eq(scope.district()))
            .and(which)
            .orderBy(POLICY.ID.desc())
            .limit(size + 1)
            .fetch(Policies::policy);
    return Page.of(rows, size, policy -> Cursor.of(policy.id()));
  }

  private Condition validToday() {
    return POLICY
        .VALID_FROM
        .le(now.today())
        .and(POLICY.VALID_TO.isNull().or(POLICY.VALID_TO.ge(now.today())));
  }

  /**
   * Enters a policy, of the caller's department or, as administrator, of any.
   *
   * @throws Rejected REQUIRED, TOO_LONG, NOT_FOUND at unitId, VALID_TO_BEFORE_FROM
   */
  long record(String key, Object input, Policy typed) {
    editors.requireDrafter();
    return once.run(
            key,
            input,
            () -> {
              check(typed);
              PolicyRecord row = sql.newRecord(POLICY);
              row.setDistrictId(scope.district());
              fill(row, typed);
              row.insert();
              audit.record("policy.record", "policy:" + row.getId(), Map.of());
              return row.getId();
            })
        .id();
  }

  /** Writes the whole content anew; refusals as of {@link #record}, and VERSION_CONFLICT. */
  long amend(Step step, Policy typed) {
    editors.requireDrafter();
    return once.run(
            step.key(),
            step.input(),
            () -> {
              Policy known = find(step.id()).orElseThrow(() -> Drafts.missing("id", "没有这项政策"));
              editors.checkDrafter(known.unitId());
              check(typed);
              update(step, typed);
              audit.record("policy.amend", "policy:" + step.id(), Map.of());
              return step.id();
            })
        .id();
  }

  private void check(Policy typed) {
    Integer unit = typed.unitId();
    if (unit != null && units.find(unit).isEmpty()) {
      throw new Rejected("NOT_FOUND", "content.unitId", "没有这个单位");
    }
    editors.checkDrafter(unit);
    if (typed.validTo() != null && typed.validTo().isBefore(typed.validFrom())) {
      throw new Rejected("VALID_TO_BEFORE_FROM", "content.validTo", "截止日期不能早于开始日期");
    }
  }

  private void update(Step step, Policy typed) {
    PolicyRecord row = sql.newRecord(POLICY);
    fill(row, typed);
    row.setVersion(step.expectedVersion() + 1);
    int written =
        sql.update(POLICY)
            .set(row)
            .where(POLICY.DISTRICT_ID.eq(scope.district()), POLICY.ID.eq(step.id()))
            .and(POLICY.VERSION.eq(step.expectedVersion()))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  private static void fill(PolicyRecord row, Policy typed) {
    row.setTitle(Texts.required(typed.title(), 300, "content.title"));
    row.setDocumentNo(Texts.required(typed.documentNo(), 200, "content.documentNo"));
    row.setAudience(typed.audience().name());
    row.setClaimants(Texts.required(typed.claimants(), 2000, "content.claimants"));
    row.setConditions(
        Texts.lines(typed.conditions(), 2000, "content.conditions").toArray(String[]::new));
    row.setBenefit(Texts.required(typed.benefit(), 4000, "content.benefit"));
    row.setUnitId(typed.unitId());
    row.setContact(Texts.optional(typed.contact(), 500, "content.contact"));
    row.setValidFrom(typed.validFrom());
    row.setValidTo(typed.validTo());
  }

  private static Policy policy(PolicyRecord row) {
    return new Policy(
        row.getId(),
        row.getTitle(),
        row.getDocumentNo(),
        Policy.Audience.valueOf(row.getAudience()),
        row.getClaimants(),
        List.of(row.getConditions()),
        row.getBenefit(),
        row.getUnitId(),
        row.getContact(),
        row.getValidFrom(),
        row.getValidTo(),
        row.getVersion());
  }
}
