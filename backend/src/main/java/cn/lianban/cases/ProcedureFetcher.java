package cn.lianban.cases;

import cn.lianban.api.types.ConsentRuleSaveInput;
import cn.lianban.api.types.ProcedureDraftInput;
import cn.lianban.api.types.ProcedurePublishInput;
import cn.lianban.api.types.ProcedureRetireInput;
import cn.lianban.api.types.ProcedureSaveInput;
import cn.lianban.api.types.ProcedureStepInput;
import cn.lianban.cases.Procedures.Change;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Procedures of items and the rule of consent in the API. */
@DgsComponent
class ProcedureFetcher {
  private final Procedures procedures;
  private final ProcedureRows rows;
  private final ConsentRules rules;
  private final Items items;

  ProcedureFetcher(Procedures procedures, ProcedureRows rows, ConsentRules rules, Items items) {
    this.procedures = procedures;
    this.rows = rows;
    this.rules = rules;
    this.items = items;
  }

  @DgsQuery(field = "procedures")
  List<Procedure> ofItem(@InputArgument String itemId) {
    return rows.ofItem(Ids.parse(Item.KIND, itemId));
  }

  @DgsQuery
  @Nullable Procedure procedure(@InputArgument String id) {
    return rows.find(Ids.parse(Procedure.KIND, id)).orElse(null);
  }

  @DgsQuery
  ConsentRules.Rule consentRule() {
    return rules.current();
  }

  @DgsMutation
  ProcedurePayload procedureDraft(@InputArgument ProcedureDraftInput input) {
    long item = Ids.parse(Item.KIND, input.getItemId());
    return payload(() -> procedures.draft(input.getIdempotencyKey(), input, item));
  }

  @DgsMutation
  ProcedurePayload procedureSave(@InputArgument ProcedureSaveInput input) {
    Change change =
        new Change(
            input.getIdempotencyKey(),
            input,
            Ids.parse(Procedure.KIND, input.getId()),
            input.getExpectedVersion());
    List<Procedure.Step> steps = input.getSteps().stream().map(ProcedureFetcher::step).toList();
    return payload(() -> procedures.save(change, input.getJoint(), steps));
  }

  private static Procedure.Step step(ProcedureStepInput typed) {
    String child = typed.getChildItemId();
    return new Procedure.Step(
        typed.getStage(),
        typed.getStageName(),
        0,
        typed.getName(),
        Ids.parseInt(Unit.KIND, typed.getUnitId()),
        typed.getLead(),
        typed.getLimitDays(),
        child == null ? null : Long.valueOf(Ids.parse(Item.KIND, child)),
        typed.getSilenceConsents());
  }

  @DgsMutation
  ProcedurePayload procedurePublish(@InputArgument ProcedurePublishInput input) {
    Change change =
        new Change(
            input.getIdempotencyKey(),
            input,
            Ids.parse(Procedure.KIND, input.getId()),
            input.getExpectedVersion());
    return payload(() -> procedures.publish(change));
  }

  @DgsMutation
  ProcedurePayload procedureRetire(@InputArgument ProcedureRetireInput input) {
    Change change =
        new Change(
            input.getIdempotencyKey(),
            input,
            Ids.parse(Procedure.KIND, input.getId()),
            input.getExpectedVersion());
    return payload(() -> procedures.retire(change));
  }

  @DgsMutation
  RulePayload consentRuleSave(@InputArgument ConsentRuleSaveInput input) {
    return Refusals.payload(
        () -> {
          rules.save(
              input.getIdempotencyKey(), input, input.getExpectedVersion(), input.getDocument());
          return new RulePayload(rules.current(), List.of());
        },
        errors -> new RulePayload(null, errors));
  }

  @DgsData(parentType = "Procedure")
  String id(DataFetchingEnvironment env) {
    return Ids.of(Procedure.KIND, source(env).id());
  }

  @DgsData(parentType = "Procedure")
  String itemId(DataFetchingEnvironment env) {
    return Ids.of(Item.KIND, source(env).itemId());
  }

  @DgsData(parentType = "Procedure", field = "viewerCanEdit")
  boolean mayEdit(DataFetchingEnvironment env) {
    return source(env).state() == Procedure.State.DRAFT
        && items
            .find(source(env).itemId())
            .filter(item -> procedures.mayEdit(item.unitId()))
            .isPresent();
  }

  @DgsData(parentType = "ProcedureStep", field = "unitId")
  String stepUnit(DataFetchingEnvironment env) {
    return Ids.of(Unit.KIND, Objects.requireNonNull(env.<Procedure.Step>getSource()).unitId());
  }

  @DgsData(parentType = "ProcedureStep")
  CompletableFuture<String> unitName(DataFetchingEnvironment env) {
    int unit = Objects.requireNonNull(env.<Procedure.Step>getSource()).unitId();
    return Loads.<Integer, Unit>one(env, CaseLinksFetcher.UNITS, unit).thenApply(Unit::name);
  }

  @DgsData(parentType = "ProcedureStep")
  @Nullable String childItemId(DataFetchingEnvironment env) {
    Long child = child(env);
    return child == null ? null : Ids.of(Item.KIND, child);
  }

  @DgsData(parentType = "ProcedureStep")
  @Nullable CompletableFuture<String> childItemName(DataFetchingEnvironment env) {
    Long child = child(env);
    return child == null
        ? null
        : Loads.<Long, Item>one(env, CaseLinksFetcher.ITEMS, child).thenApply(Item::name);
  }

  private static @Nullable Long child(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Procedure.Step>getSource()).childItemId();
  }

  @DgsData(parentType = "ConsentRule", field = "viewerCanEdit")
  boolean mayEditRule() {
    return rules.mayEdit();
  }

  private static Procedure source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }

  private ProcedurePayload payload(LongSupplier change) {
    return Refusals.payload(
        () -> new ProcedurePayload(rows.find(change.getAsLong()).orElse(null), List.of()),
        errors -> new ProcedurePayload(null, errors));
  }

  record ProcedurePayload(@Nullable Procedure procedure, List<UserError> userErrors) {}

  record RulePayload(ConsentRules.@Nullable Rule rule, List<UserError> userErrors) {}
}
