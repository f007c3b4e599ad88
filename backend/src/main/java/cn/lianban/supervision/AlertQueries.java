package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.ALERT;
import static cn.lianban.db.supervision.Tables.ALERT_STEP;

import cn.lianban.api.types.AlertCount;
import cn.lianban.api.types.AlertOrder;
import cn.lianban.db.supervision.tables.records.AlertRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.supervision.Alert.Ground;
import cn.lianban.supervision.Alert.State;
import cn.lianban.supervision.Alert.Step;
import cn.lianban.supervision.Alert.StepKind;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.RowOrder;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reading SQL of alerts. */
@Component
class AlertQueries {
  private static final int COUNTED_UP_TO = 10_000;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private final DSLContext sql;
  private final TenantScope scope;
  private final JsonMapper json;

  AlertQueries(DSLContext sql, TenantScope scope, JsonMapper json) {
    this.sql = sql;
    this.scope = scope;
    this.json = json;
  }

  /**
   * @param unitIds null: all in reach
   * @param from opened at or after
   * @param to opened before
   */
  record Filter(
      @Nullable Set<Integer> unitIds,
      @Nullable Rule rule,
      @Nullable State state,
      @Nullable Long caseId,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable AlertCount counted) {}

  /** In the order asked for; null: newest first. */
  Page<Alert> page(Filter filter, @Nullable AlertOrder order, int first, @Nullable String after) {
    return switch (order) {
      case null -> page(filter, first, after);
      case OPENED_DESC -> page(filter, first, after);
      case OPENED ->
          new RowOrder<>(ALERT.OPENED_AT, ALERT.ID, false, Instant::parse)
              .page(sql, ALERT, which(filter), first, after, this::alert);
      case LEVEL, LEVEL_DESC ->
          new RowOrder<>(ALERT.LEVEL, ALERT.ID, RowOrder.isDownwards(order), Integer::valueOf)
              .page(sql, ALERT, which(filter), first, after, this::alert);
    };
  }

  /** Newest first. */
  private Page<Alert> page(Filter filter, int first, @Nullable String after) {
    int size = Page.size(first);
    List<Alert> rows =
        sql.selectFrom(ALERT)
            .where(which(filter))
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(ALERT.OPENED_AT.desc(), ALERT.ID.desc())
            .limit(size + 1)
            .fetch(this::alert);
    return Page.of(rows, size, alert -> Cursor.of(alert.openedAt(), alert.id()));
  }

  /** All that match, at most 10,000. */
  int count(Filter filter) {
    return sql.fetchCount(DSL.selectOne().from(ALERT).where(which(filter)).limit(COUNTED_UP_TO));
  }

  private Condition which(Filter filter) {
    Condition which = ALERT.DISTRICT_ID.eq(scope.district());
    if (filter.unitIds() != null) {
      which = which.and(Among.these(ALERT.UNIT_ID, filter.unitIds()));
    }
    if (filter.rule() != null) {
      which = which.and(ALERT.RULE.eq(filter.rule().name()));
    }
    if (filter.state() != null) {
      which = which.and(ALERT.STATE.eq(filter.state().name()));
    }
    if (filter.caseId() != null) {
      which = which.and(ALERT.CASE_ID.eq(filter.caseId()));
    }
    if (filter.from() != null) {
      which = which.and(ALERT.OPENED_AT.ge(filter.from()));
    }
    if (filter.to() != null) {
      which = which.and(ALERT.OPENED_AT.lt(filter.to()));
    }
    return filter.counted() == null ? which : which.and(AlertCounts.of(filter.counted()));
  }

  private static Condition beyond(String after) {
    List<String> parts = Cursor.parse(after, 2);
    try {
      return DSL.row(ALERT.OPENED_AT, ALERT.ID)
          .lt(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1)));
    } catch (java.time.DateTimeException | NumberFormatException malformed) {
      throw Problem.badInput("after", "翻页位置无效");
    }
  }

  Optional<Alert> find(long id) {
    return sql.selectFrom(ALERT)
        .where(ALERT.DISTRICT_ID.eq(scope.district()), ALERT.ID.eq(id))
        .fetchOptional(this::alert);
  }

  List<Alert> byIds(Collection<Long> ids) {
    return sql.selectFrom(ALERT)
        .where(ALERT.DISTRICT_ID.eq(scope.district()), Among.these(ALERT.ID, ids))
        .orderBy(ALERT.ID)
        .fetch(this::alert);
  }

  Map<Long, List<Alert>> byCases(Collection<Long> caseIds) {
    return sql.selectFrom(ALERT)
        .where(ALERT.DISTRICT_ID.eq(scope.district()), Among.these(ALERT.CASE_ID, caseIds))
        .orderBy(ALERT.CASE_ID, ALERT.ID)
        .fetchGroups(ALERT.CASE_ID, this::alert);
  }

  Map<Long, List<Step>> steps(Collection<Long> alertIds) {
    return sql.selectFrom(ALERT_STEP)
        .where(ALERT_STEP.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(ALERT_STEP.ALERT_ID, alertIds))
        .orderBy(ALERT_STEP.ALERT_ID, ALERT_STEP.ID)
        .fetchGroups(
            ALERT_STEP.ALERT_ID,
            row ->
                new Step(
                    row.getAt(),
                    StepKind.valueOf(row.getKind()),
                    row.getUnitId(),
                    row.getGround() == null ? null : Ground.valueOf(row.getGround()),
                    row.getNote(),
                    row.getMeasures(),
                    row.getAttachmentId()));
  }

  Alert alert(AlertRecord row) {
    return new Alert(
        row.getId(),
        Rule.valueOf(row.getRule()),
        row.getRuleVersion(),
        row.getCaseId(),
        row.getUnitId(),
        row.getSubDistrictId(),
        row.getAtDistrict(),
        row.getHappenedAt(),
        row.getOpenedAt(),
        json.readValue(row.getEvidence().data(), TEXTS),
        row.getLevel(),
        State.valueOf(row.getState()),
        row.getDutyId(),
        row.getVersion());
  }
}
