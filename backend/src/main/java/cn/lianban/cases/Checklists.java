package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.Material;
import cn.lianban.catalog.MaterialReuse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What papers a case needs: those of the item's list, and the mandate of who acts for another. */
@Component
class Checklists {
  private final Items items;

  Checklists(Items items) {
    this.items = items;
  }

  /** The mandate first, then the item's by seq; of the version the item is read under. */
  List<Material> of(Item item, Applicant applicant) {
    List<Material> listed = items.materials(item);
    Material mandate = mandate(applicant.agent());
    return mandate == null ? listed : Stream.concat(Stream.of(mandate), listed.stream()).toList();
  }

  private static @Nullable Material mandate(@Nullable Agent agent) {
    Agent.Mandate mandate = agent == null ? null : agent.mandate();
    return mandate == null
        ? null
        : new Material(
            Agent.PAPER_SEQ,
            Agent.PAPER_SEQ,
            mandate.paper(),
            true,
            false,
            "",
            MaterialReuse.NEVER,
            null);
  }

  /**
   * What had come under an older list, by the numbers of the newer one: a material is the same when
   * it is called the same, whatever its number.
   */
  static Map<Integer, MaterialState> carried(List<CaseMaterial> before, List<Material> listed) {
    Map<String, MaterialState> byName = new HashMap<>();
    before.forEach(one -> byName.putIfAbsent(one.name(), one.state()));
    Map<Integer, MaterialState> carried = new HashMap<>();
    for (Material material : listed) {
      MaterialState state = byName.get(material.name());
      if (state != null) {
        carried.put(material.seq(), state);
      }
    }
    return carried;
  }

  /** Names of what had come and is not asked for any more. */
  static List<String> gone(List<CaseMaterial> before, List<Material> listed) {
    List<String> names = listed.stream().map(Material::name).toList();
    return before.stream()
        .filter(one -> one.state() != MaterialState.MISSING)
        .map(CaseMaterial::name)
        .filter(name -> !names.contains(name))
        .toList();
  }
}
