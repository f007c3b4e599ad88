package cn.lianban.identity;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units as staff lists write them: by name, or by one of their alias codes. */
@Component
class StaffUnits {
  /** Who stands beside the units; a list's unit cell is never empty. */
  private static final String OF_DISTRICT = "区级";

  private static final String OF_SUB_DISTRICT = "街道级";
  private final Units units;

  StaffUnits(Units units) {
    this.units = units;
  }

  /** All units of the district with their codes; two statements. */
  Book book() {
    List<Unit> all = units.all();
    Map<String, Unit> names =
        all.stream().collect(Collectors.toMap(Unit::name, Function.identity(), (a, b) -> a));
    Map<Integer, Unit> ids = all.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    Map<String, Unit> codes = new HashMap<>();
    Set<String> shared = new HashSet<>();
    units
        .aliases(ids.keySet())
        .forEach(
            (id, list) ->
                list.forEach(
                    code -> {
                      if (codes.put(code, ids.get(id)) != null) {
                        shared.add(code);
                      }
                    }));
    return new Book(names, codes, shared, ids);
  }

  /**
   * @param shared codes that several departments have
   */
  record Book(
      Map<String, Unit> names,
      Map<String, Unit> codes,
      Set<String> shared,
      Map<Integer, Unit> ids) {
    /**
     * @return null for an empty cell, and for the words that mean no unit
     * @throws Rejected NOT_FOUND or AMBIGUOUS at unitId
     */
    @Nullable Unit find(@Nullable String written) {
      if (written == null || written.isBlank()) {
        return null;
      }
      Unit named = names.get(written.strip());
      if (named != null) {
        return named;
      }
      if (written.strip().equals(OF_DISTRICT) || written.strip().equals(OF_SUB_DISTRICT)) {
        return null;
      }
      if (shared.contains(written.strip())) {
        throw new Rejected("AMBIGUOUS", "unitId", "编码“" + written + "”对应多个单位，请写单位名称");
      }
      Unit coded = codes.get(written.strip());
      if (coded == null) {
        throw new Rejected("NOT_FOUND", "unitId", "本区没有单位“" + written + "”");
      }
      return coded;
    }

    /** The unit's name, or the word for none; null for a unit that the caller does not see. */
    @Nullable String name(Post post) {
      if (post.unitId() == null) {
        return post.subDistrictId() == null ? OF_DISTRICT : OF_SUB_DISTRICT;
      }
      return Unit.nameOf(ids.get(post.unitId()));
    }
  }
}
