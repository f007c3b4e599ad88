package cn.lianban.supervision;

import static cn.lianban.supervision.AlertStory.act;
import static cn.lianban.testing.TestFiles.attach;
import static cn.lianban.testing.TestFiles.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The paper beside an answer. */
class AlertProofApiTest extends AlertDistrict {
  @Test
  void anAnswerCarriesAPaperOfItsCaseThatSupervisionOpens() {
    JsonNode alert = raised();
    JsonNode other = file;
    file = accept(items.licence(here, "临时救助", here.unit("civil"), here.unit("east")));
    String foreign = attach(clerk, caseId(file), "别件.pdf", pdf(1000, "一"));
    String proof = attach(officer, caseId(other), "核查记录.pdf", pdf(1000, "二"));

    JsonNode refused =
        act(officer, "alertAnswer", alert, "reason", "一", "measures", "二", "attachmentId", foreign);
    assertThat(refused.at("/userErrors/0/field").asString()).isEqualTo("attachmentId");
    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
    JsonNode answered =
        act(officer, "alertAnswer", alert, "reason", "一", "measures", "二", "attachmentId", proof);

    String kept = answered.at("/alert/steps/1/attachmentId").asString();
    assertThat(kept).isEqualTo(proof);
    String url =
        supervisor
            .data(
                "mutation($input: AttachmentOpenInput!) { attachmentOpen(input: $input) { url } }",
                "input",
                Map.of("idempotencyKey", Client.key(), "id", kept))
            .at("/attachmentOpen/url")
            .asString();
    assertThat(supervisor.download(url).statusCode()).isEqualTo(200);
  }
}
