package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Random acts on the real database by whoever may: what {@link Counter} allows is what happens. */
class CaseModelApiTest extends ApiTestBase {
  private static final List<CaseAction> ACTS =
      List.of(
          CaseAction.HAND_UP,
          CaseAction.HAND_UP,
          CaseAction.HAND_DOWN,
          CaseAction.SIGN,
          CaseAction.SIGN,
          CaseAction.RETURN,
          CaseAction.RULE,
          CaseAction.PASS_ON,
          CaseAction.SUSPEND,
          CaseAction.RESUME,
          CaseAction.SUPPLEMENT,
          CaseAction.EXTEND,
          CaseAction.DECIDE,
          CaseAction.DELIVER,
          CaseAction.END);
  private static final List<CaseAction> TO_AND_FRO =
      List.of(CaseAction.HAND_UP, CaseAction.SIGN, CaseAction.RETURN, CaseAction.RULE);
  private TestDistrict here;
  private long item;
  private Map<String, Client> people;
  private final Map<CaseAction, Integer> taken = new EnumMap<>(CaseAction.class);

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-09T02:00:00Z"));
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    people =
        Map.of(
            "城东街道便民服务中心", signedIn(here, "clerk@east"),
            "区民政局", signedIn(here, "head@civil"),
            "区交通运输局", signedIn(here, "officer@transport"),
            "", signedIn(here, "supervisor"));
  }

  @Test
  void randomCasesDoInTheDatabaseWhatTheCounterAllows() {
    for (int seed = 0; seed < 18; seed++) {
      walk(new Random(seed), seed);
    }
    assertThat(taken.keySet())
        .contains(CaseAction.HAND_DOWN, CaseAction.PASS_ON, CaseAction.RETURN, CaseAction.RULE)
        .contains(CaseAction.SUSPEND, CaseAction.RESUME, CaseAction.EXTEND, CaseAction.SUPPLEMENT);
  }

  private void walk(Random random, int seed) {
    Client clerk = clerk();
    JsonNode file = CaseStory.accept(clerk, CaseStory.input(item)).get("case");
    JsonNode number = file.get("number");
    Counter counter = new Counter(false, false);
    counter.take(CaseAction.ACCEPT, false);
    for (int step = 0; step < 24 && counter.place != Counter.Place.OVER; step++) {
      // half of the time the way to and fro between the levels, at whose end is a ruling
      List<CaseAction> some = random.nextBoolean() ? ACTS : TO_AND_FRO;
      CaseAction act =
          counter.paused && random.nextInt(3) == 0
              ? CaseAction.RESUME
              : some.get(random.nextInt(some.size()));
      boolean ending = act == CaseAction.END || act == CaseAction.DECIDE;
      if (ending && random.nextInt(5) > 0) {
        continue;
      }
      boolean toDepartment = random.nextBoolean();
      Client who = who(act, file, counter);
      if (who == null) {
        continue;
      }
      JsonNode done = act(who, name(act), file, more(act, file, toDepartment));
      assertThat(done.get("userErrors").isEmpty())
          .as(seed + " " + step + " " + act + " in " + file.get("status") + done)
          .isEqualTo(counter.may(act));
      if (counter.may(act)) {
        counter.take(act, toDepartment);
        taken.merge(act, 1, Integer::sum);
        file = read(clerk, file);
        sameAs(counter, file);
      }
    }
    assertThat(file.get("number")).isEqualTo(number);
  }

  private void sameAs(Counter counter, JsonNode file) {
    if (counter.place != Counter.Place.OVER) {
      assertThat(file.get("status").asString()).isEqualTo(counter.status().name());
    }
    if (counter.place.ordinal() < Counter.Place.DECIDED.ordinal()) {
      assertThat(file.at("/duty/light").asString().equals("PAUSED")).isEqualTo(counter.paused);
      assertThat(file.at("/duty/ownerUnit/name")).isEqualTo(file.at("/holderUnit/name"));
    }
  }

  private Client clerk() {
    return people.get("城东街道便民服务中心");
  }

  /** Who has the seat for it; null: nobody here. */
  private Client who(CaseAction act, JsonNode file, Counter counter) {
    String decides = file.at("/decideUnit/name").asString();
    return switch (act) {
      case HAND_UP, SUSPEND, RESUME -> people.get(file.at("/holderUnit/name").asString());
      case SIGN ->
          file.get("status").asString().equals("HANDED_DOWN") ? clerk() : people.get(decides);
      case RULE -> people.get("");
      case EXTEND -> decides.equals("区民政局") ? people.get(decides) : null;
      case SUPPLEMENT, DELIVER, END -> clerk();
      default -> people.get(decides);
    };
  }

  private static String name(CaseAction act) {
    StringBuilder name = new StringBuilder("case");
    for (String word : act.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  private Object[] more(CaseAction act, JsonNode file, boolean toDepartment) {
    boolean civil = file.at("/decideUnit/name").asString().equals("区民政局");
    return switch (act) {
      case RETURN -> new Object[] {"reason", "材料不符"};
      case DECIDE -> new Object[] {"outcome", "PASSED"};
      case RULE -> {
        String ruling = toDepartment ? "DEPARTMENT_HANDLES" : "ACCEPTING_UNIT_MENDS";
        yield new Object[] {"ruling", ruling, "reason", "职权所在"};
      }
      case PASS_ON -> {
        String to = Ids.of("Unit", here.unit(civil ? "transport" : "civil"));
        yield new Object[] {"unitId", to, "reason", "职权已划转"};
      }
      case HAND_DOWN ->
          new Object[] {"unitId", Ids.of("Unit", here.unit("east")), "reason", "现场核查"};
      case SUSPEND ->
          new Object[] {"reason", "EXAMINATION", "basis", "第四十五条", "expectedUntil", "2026-12-01"};
      case EXTEND -> new Object[] {"by", 1, "reason", "案情复杂"};
      case SUPPLEMENT ->
          new Object[] {"missing", List.of("照片"), "until", "2026-12-01", "anomaly", "申请人变更"};
      case END -> new Object[] {"ending", "WITHDRAWN", "reason", "申请人撤回"};
      default -> new Object[0];
    };
  }
}
