package cn.lianban.catalog;

import cn.lianban.api.types.ItemContentInput;
import cn.lianban.api.types.MaterialInput;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.graphql.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The typed content of a draft, checked field by field. */
final class VersionContent {
  private static final int LONGEST_LIMIT = 3660;
  private static final int LONG = 4000;

  private VersionContent() {}

  /**
   * @throws Rejected at the field that is wrong; PROMISE_ABOVE_STATUTE (承诺时限不得超过法定时限)
   */
  static ItemContent read(ItemContentInput typed) {
    Integer statutory = limit(typed.getStatutoryLimit(), "content.statutoryLimit");
    Integer promised = limit(typed.getPromisedLimit(), "content.promisedLimit");
    if (statutory != null && promised != null && promised > statutory) {
      throw new Rejected("PROMISE_ABOVE_STATUTE", "content.promisedLimit", "承诺时限不得超过法定时限");
    }
    return new ItemContent(
        Texts.required(typed.getName(), 600, "content.name"),
        Texts.optional(typed.getMainItem(), 600, "content.mainItem"),
        ApprovalType.valueOf(typed.getApprovalType().name()),
        statutory,
        promised,
        BudgetUnit.valueOf(typed.getLimitUnit().name()),
        Texts.optional(typed.getLegalBasis(), LONG, "content.legalBasis"),
        Texts.lines(typed.getConditions(), LONG, "content.conditions"),
        Texts.lines(typed.getSteps(), 200, "content.steps"),
        Texts.within(typed.getVisits(), 0, 99, "content.visits"),
        Texts.optional(typed.getFee(), LONG, "content.fee"),
        OnlineDepth.valueOf(typed.getOnlineDepth().name()),
        Texts.optional(typed.getContact(), 500, "content.contact"),
        false);
  }

  private static @Nullable Integer limit(@Nullable Integer typed, String field) {
    return Texts.within(typed, 0, LONGEST_LIMIT, field);
  }

  static List<Material> materials(List<MaterialInput> typed) {
    if (typed.size() > 100) {
      throw new Rejected("TOO_LONG", "content.materials", "不超过 100 项");
    }
    List<Material> materials = new ArrayList<>();
    for (MaterialInput one : typed) {
      materials.add(material(one, "content.materials[" + materials.size() + "]"));
    }
    return materials;
  }

  private static Material material(MaterialInput typed, String at) {
    MaterialReuse reuse = MaterialReuse.valueOf(typed.getReuse().name());
    return new Material(
        0,
        0,
        Texts.required(typed.getName(), 300, at + ".name"),
        typed.getRequired(),
        false,
        Texts.optional(Objects.requireNonNullElse(typed.getIssuer(), ""), 200, at + ".issuer"),
        reuse,
        reuse == MaterialReuse.NEVER
            ? null
            : Texts.within(typed.getReuseDays(), 1, 36_600, at + ".reuseDays"));
  }
}
