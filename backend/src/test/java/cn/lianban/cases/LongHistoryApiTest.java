package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.Items;
import cn.lianban.exchange.ImportStory;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/** A year of another platform's cases, and a service that dies in the middle of them. */
class LongHistoryApiTest extends ApiTestBase {
  /** A department's; `mvn test -Dtest=LongHistoryApiTest -Dhistory.cases=5000` is a district's. */
  private static final int CASES = Integer.getInteger("history.cases", 1_202);

  /** The middle ones; the others are still open, which costs less time and no truth. */
  private static final int DECIDED = 240;

  private static final String HEADER = "来源,申办号,事项编码,受理部门,申请人,受理时间,承诺办结日期,办结时间,审批结果";

  /** For five working days from 2026-09-29 on, as platforms reckon; the first is right. */
  private static final List<String> RECKONED =
      List.of("2026-10-12", "2026-10-06", "2026-10-04", "2026-10-05", "2026-09-01", "2027-01-01");

  private static final List<String> REASONS =
      List.of("没有计入法定节假日和调休", "按自然日计算", "受理当日计为第 1 天", "早于受理日", "均不能得出该日期");
  @Autowired Items catalogue;
  @Autowired ConfigurableApplicationContext context;
  private final AtomicInteger told = new AtomicInteger();

  /** The process dies with a batch half written: no handler of the job may see it as a refusal. */
  private final ApplicationListener<PayloadApplicationEvent<CasesTold>> killer =
      event -> {
        int before = told.getAndAdd(event.getPayload().caseIds().size());
        if (before < CASES / 2 && told.get() >= CASES / 2) {
          throw new ServiceKilled();
        }
      };

  private static final class ServiceKilled extends Error {
    private static final long serialVersionUID = 1;
  }

  @AfterEach
  void noMoreFaults() {
    context.removeApplicationListener(killer);
  }

  @Test
  void aYearsCasesGoOnAfterTheServiceDiedAndEachDifferingDateSaysWhy() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        new ImportStory(signedIn(here, "admin"))
            .upload("cases", "全年办件.csv", ImportStory.csv("UTF-8", lines(here)));
    assertThat(story.stage().at("/counts/fresh").asInt()).isEqualTo(CASES);

    context.addApplicationListener(killer);
    JsonNode written = story.applyLong("VALID_ROWS");

    assertThat(told.get()).as("written again after the fault").isGreaterThan(CASES);
    assertThat(written.get("status").asString())
        .as(written.get("failure").toString())
        .isEqualTo("APPLIED");
    assertThat(written.at("/counts/created").asInt()).isEqualTo(CASES);
    assertThat(written.at("/counts/refused").asInt()).isZero();
    String out =
        new String(
            signedIn(here, "supervisor").download("/export/lists/cases?format=CSV").body(),
            StandardCharsets.UTF_8);
    assertThat(out.lines().filter(line -> line.startsWith("省平台,H-")).distinct().count())
        .isEqualTo(CASES);
    assertThat(out.lines().count()).isEqualTo(CASES + 1L);
    List<String> report =
        new String(story.report("all").body(), StandardCharsets.UTF_8).lines().toList();
    assertThat(report.stream().filter(line -> line.contains("来源平台到期日")).count())
        .isEqualTo(CASES / RECKONED.size() * 5L + CASES % RECKONED.size() - 1);
    for (int i = 0; i < REASONS.size(); i++) {
      String due = RECKONED.get(i + 1);
      String reason = REASONS.get(i);
      assertThat(report)
          .filteredOn(line -> line.contains("," + due))
          .isNotEmpty()
          .allMatch(line -> line.contains(reason));
    }
  }

  private String[] lines(TestDistrict here) {
    long item = items.licence(here, "食品经营许可", here.unit("civil"));
    String code = districts.in(here.id(), () -> catalogue.find(item).orElseThrow().code());
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < CASES; i++) {
      boolean over = Math.abs(2 * i - CASES) < DECIDED;
      lines.add(
          "省平台,H-%d,%s,区民政局,申请人%d,2026-09-29 10:00,%s,%s"
              .formatted(
                  i,
                  code,
                  i,
                  RECKONED.get(i % RECKONED.size()),
                  over ? "2026-10-09 09:00,准予" : ","));
    }
    return lines.toArray(String[]::new);
  }
}
