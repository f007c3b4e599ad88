package cn.lianban.organisation;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what is wanted and makes the parts of a change of it. In the change's transaction. */
@Component
class Plans {
  private static final int MOST_PARTS = 20;
  private final Units units;

  Plans(Units units) {
    this.units = units;
  }

  /** An existing unit, or a new one of that name. */
  record Into(@Nullable Integer unitId, @Nullable String name) {}

  record AtVersion(int unitId, int expectedVersion) {}

  record Piece(Into into, List<Long> items) {}

  List<UnitChange.Part> rename(AtVersion of, String name) {
    Unit unit = units.lock(of.unitId(), of.expectedVersion(), "id");
    String wanted = freeName(name, "name");
    return List.of(
        new UnitChange.Part(
            1,
            unit.id(),
            unit.id(),
            unit.name(),
            wanted,
            true,
            false,
            null,
            Estate.of(Estate.none())));
  }

  List<UnitChange.Part> merge(List<AtVersion> from, Into into) {
    within(from.size(), "units");
    Target target = target(into, "intoId", "intoName");
    List<Unit> merged = new ArrayList<>();
    for (AtVersion one : from) {
      merged.add(units.lock(one.unitId(), one.expectedVersion(), "units"));
    }
    if (target.unit() == null && merged.size() < 2) {
      throw new Rejected("MERGE_OF_ONE", "units", "至少选择两个单位；只改名称请用更名");
    }
    List<UnitChange.Part> parts = new ArrayList<>();
    for (Unit unit : merged) {
      if (target.unit() != null && target.unit().id() == unit.id()) {
        throw new Rejected("MERGE_INTO_ITSELF", "intoId", "单位不能并入自己");
      }
      sameLevel(merged.getFirst(), unit, "units");
      sameLevel(unit, target.unit(), "intoId");
      parts.add(part(parts.size() + 1, unit, target, true, true, null));
    }
    return parts;
  }

  List<UnitChange.Part> split(AtVersion of, boolean ends, List<Piece> pieces) {
    within(pieces.size(), "parts");
    Unit unit = units.lock(of.unitId(), of.expectedVersion(), "id");
    if (ends && pieces.size() < 2) {
      throw new Rejected("SPLIT_INTO_ONE", "parts", "撤销原单位时至少拆为两个单位");
    }
    Set<Long> taken = new HashSet<>();
    Set<String> names = new HashSet<>();
    List<UnitChange.Part> parts = new ArrayList<>();
    for (Piece piece : pieces) {
      String field = "parts[" + parts.size() + "]";
      Target target = target(piece.into(), field + ".intoId", field + ".intoName");
      sameLevel(unit, target.unit(), field + ".intoId");
      if (!names.add(target.name()) || target.unit() != null && target.unit().id() == unit.id()) {
        throw new Rejected("SPLIT_TWICE_INTO", field, "同一单位不能重复接收");
      }
      if (!piece.items().stream().allMatch(taken::add)) {
        throw new Rejected("ITEM_TWICE", field + ".itemIds", "同一事项不能划给两个单位");
      }
      boolean rest = ends && parts.isEmpty();
      if (!rest && piece.items().isEmpty()) {
        throw new Rejected("REQUIRED", field + ".itemIds", "请选择划转的事项");
      }
      parts.add(part(parts.size() + 1, unit, target, rest, ends, rest ? null : piece.items()));
    }
    return parts;
  }

  private static UnitChange.Part part(
      int seq, Unit from, Target to, boolean main, boolean ends, @Nullable List<Long> items) {
    Integer id = to.unit() == null ? null : to.unit().id();
    Estate none = Estate.of(Estate.none());
    return new UnitChange.Part(seq, from.id(), id, from.name(), to.name(), main, ends, items, none);
  }

  private Target target(Into into, String idField, String nameField) {
    if (into.unitId() != null) {
      Unit unit = units.lock(into.unitId(), null, idField);
      return new Target(unit, unit.name());
    }
    return new Target(null, freeName(into.name() == null ? "" : into.name(), nameField));
  }

  /** A merger may take the name of one that ends by it, so only others' names are refused later. */
  private String freeName(String name, String field) {
    String bare = Names.checked(name, field);
    if (units.named(bare).isPresent()) {
      throw new Rejected("NAME_TAKEN", field, "已有同名单位");
    }
    return bare;
  }

  private static void within(int count, String field) {
    if (count < 1 || count > MOST_PARTS) {
      throw new Rejected("OUT_OF_RANGE", field, "须为 1 至 " + MOST_PARTS + " 个");
    }
  }

  private static void sameLevel(Unit one, @Nullable Unit other, String field) {
    if (other == null) {
      return;
    }
    SubDistrict here = one.subDistrict();
    SubDistrict there = other.subDistrict();
    if (!Objects.equals(here == null ? null : here.id(), there == null ? null : there.id())) {
      throw new Rejected("OTHER_LEVEL", field, "只能在同一层级、同一街道内合并或拆分");
    }
  }

  private record Target(@Nullable Unit unit, String name) {}
}
