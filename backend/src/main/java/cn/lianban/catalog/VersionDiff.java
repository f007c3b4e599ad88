package cn.lianban.catalog;

import cn.lianban.api.types.ItemField;
import cn.lianban.clock.BudgetUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What changes from one version to another: field by field, material by material, and what an
 * applicant has to go through before and after.
 */
record VersionDiff(
    ItemVersion from,
    ItemVersion to,
    List<FieldChange> fields,
    List<MaterialChange> materials,
    Burden before,
    Burden after) {
  private static final Map<ItemField, Function<ItemContent, @Nullable Object>> FIELDS =
      new LinkedHashMap<>();

  static {
    FIELDS.put(ItemField.NAME, ItemContent::name);
    FIELDS.put(ItemField.MAIN_ITEM, ItemContent::mainItem);
    FIELDS.put(ItemField.APPROVAL_TYPE, ItemContent::approvalType);
    FIELDS.put(ItemField.STATUTORY_LIMIT, ItemContent::statutoryLimit);
    FIELDS.put(ItemField.PROMISED_LIMIT, ItemContent::promisedLimit);
    FIELDS.put(ItemField.LIMIT_UNIT, ItemContent::limitUnit);
    FIELDS.put(ItemField.LEGAL_BASIS, ItemContent::legalBasis);
    FIELDS.put(ItemField.CONDITIONS, content -> String.join("\n", content.conditions()));
    FIELDS.put(ItemField.STEPS, content -> String.join("\n", content.steps()));
    FIELDS.put(ItemField.VISITS, ItemContent::visits);
    FIELDS.put(ItemField.FEE, ItemContent::fee);
    FIELDS.put(ItemField.ONLINE_DEPTH, ItemContent::onlineDepth);
    FIELDS.put(ItemField.CONTACT, ItemContent::contact);
  }

  /** Null: it said nothing. */
  record FieldChange(ItemField field, @Nullable String before, @Nullable String after) {}

  /** Null before: new. Null after: no longer asked for. */
  record MaterialChange(@Nullable Material before, @Nullable Material after) {}

  /** Steps, materials, promise and visits of a version. */
  record Burden(
      int steps,
      int materials,
      @Nullable Integer promisedLimit,
      BudgetUnit limitUnit,
      @Nullable Integer visits) {}

  static VersionDiff of(
      ItemVersion from, List<Material> asked, ItemVersion to, List<Material> askedThen) {
    return new VersionDiff(
        from,
        to,
        fields(from.content(), to.content()),
        materials(asked, askedThen),
        burden(from.content(), asked),
        burden(to.content(), askedThen));
  }

  static List<FieldChange> fields(ItemContent from, ItemContent to) {
    List<FieldChange> changes = new ArrayList<>();
    FIELDS.forEach(
        (field, value) -> {
          String before = text(value.apply(from));
          String after = text(value.apply(to));
          if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
          }
        });
    return changes;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  /** A material is the same one as long as it has its name; a name may stand there twice. */
  static List<MaterialChange> materials(List<Material> from, List<Material> to) {
    List<MaterialChange> changes = new ArrayList<>();
    List<Material> left = new ArrayList<>(to);
    for (Material before : from) {
      Material after =
          left.stream().filter(one -> one.name().equals(before.name())).findFirst().orElse(null);
      left.remove(after);
      if (after == null || !after.sameAs(before)) {
        changes.add(new MaterialChange(before, after));
      }
    }
    left.forEach(after -> changes.add(new MaterialChange(null, after)));
    return changes;
  }

  private static Burden burden(ItemContent content, List<Material> materials) {
    return new Burden(
        content.steps().size(),
        materials.size(),
        content.promisedLimit(),
        content.limitUnit(),
        content.visits());
  }
}
