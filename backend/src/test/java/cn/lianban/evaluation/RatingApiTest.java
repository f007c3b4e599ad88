package cn.lianban.evaluation;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.evaluation.RatingStory.answer;
import static cn.lianban.evaluation.RatingStory.invite;
import static cn.lianban.evaluation.RatingStory.open;
import static cn.lianban.evaluation.RatingStory.ratings;
import static cn.lianban.evaluation.RatingStory.refusal;
import static cn.lianban.evaluation.RatingStory.submit;
import static cn.lianban.evaluation.RatingStory.token;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.db.audit.tables.records.EntryRecord;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RatingApiTest extends ApiTestBase {
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  @Autowired private DSLContext sql;
  private TestDistrict here;
  private Client clerk;
  private Client citizen;
  private long decided;

  @BeforeEach
  void aDecidedCase() {
    here = districts.fresh();
    clerk = signedIn(here, "clerk@east");
    citizen = citizenOf(here);
    decided = decidedCase();
  }

  private long decidedCase() {
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    return new TestCases(districts, scope, past)
        .decided(here, item, here.unit("east"), here.unit("civil"), now.instant(), false);
  }

  @Test
  void aCitizenOpensTheLinkSeesWhatItIsAboutAndRatesIt() {
    JsonNode invited = invite(clerk, decided, Client.key());
    String link = invited.get("link").asString();
    assertThat(link).matches("/rate/" + here.code() + "/#[A-Za-z0-9_-]{43}");
    assertThat(invited.get("qrSvg").asString()).startsWith("<svg").endsWith("</svg>");
    String token = link.substring(link.indexOf('#') + 1);

    JsonNode subject = open(citizen, token).get("subject");
    assertThat(subject.get("itemName").asString()).isEqualTo("高龄津贴发放");
    assertThat(subject.get("unitName").asString()).isEqualTo("区民政局");
    assertThat(subject.at("/form/grades").findValuesAsString("label"))
        .containsExactly("非常满意", "满意", "基本满意", "不满意", "非常不满意");
    assertThat(submit(citizen, answer(token, 2, "LATE")).at("/receipt/number").asString())
        .matches("\\d{4}-\\d{4}-\\d{4}");

    JsonNode seen = ratings(signedIn(here, "supervisor"), Map.of()).at("/nodes/0");
    assertThat(seen.get("grade").asInt()).isEqualTo(2);
    assertThat(seen.at("/options/0/code").asString()).isEqualTo("LATE");
    assertThat(seen.at("/case/id").asString()).isEqualTo(TestCases.id(decided));
  }

  @Test
  void fiftyParallelSubmitsGiveExactlyOneRating() {
    String token = token(clerk, decided);
    List<Callable<JsonNode>> rivals =
        IntStream.range(0, 50)
            .mapToObj(i -> (Callable<JsonNode>) () -> submit(citizenOf(here), answer(token, 5)))
            .toList();

    int given = 0;
    for (JsonNode payload : AtOneMoment.all(rivals)) {
      if (payload.get("receipt").isNull()) {
        assertThat(refusal(payload)).isEqualTo("RATING_LINK_INVALID");
      } else {
        given++;
      }
    }

    assertThat(given).isEqualTo(1);
    assertThat(ratings(signedIn(here, "admin"), Map.of()).get("totalCount").asInt()).isEqualTo(1);
  }

  @Test
  void aRetryWithTheSameKeyGetsTheSameReceipt() {
    var input = answer(token(clerk, decided), 4, "POLITE");

    JsonNode first = submit(citizen, input).get("receipt");
    JsonNode again = submit(citizenOf(here), input).get("receipt");

    assertThat(again).isEqualTo(first);
    input.put("grade", 5);
    input.put("options", List.of());
    assertThat(refusal(submit(citizen, input))).isEqualTo("IDEMPOTENCY_CONFLICT@idempotencyKey");
  }

  @Test
  void wrongUsedExpiredReplacedAndForeignLinksAnswerAlike() {
    TestDistrict elsewhere = districts.fresh();
    String used = token(clerk, decided);
    submit(citizen, answer(used, 5));
    long second = decidedCase();
    String replaced = token(clerk, second);
    String live = token(clerk, second);

    JsonNode wrong = open(citizen, "nonsense");
    assertThat(refusal(wrong)).isEqualTo("RATING_LINK_INVALID");
    assertThat(open(citizen, used)).isEqualTo(wrong);
    assertThat(open(citizen, replaced)).isEqualTo(wrong);
    assertThat(open(citizenOf(elsewhere), live)).isEqualTo(wrong);
    assertThat(open(anonymous(), live)).isEqualTo(wrong);
    assertThat(open(clerk, live)).isEqualTo(wrong);
    JsonNode refused = submit(citizen, answer("nonsense", 5));
    for (String dead : List.of(used, replaced)) {
      assertThat(submit(citizen, answer(dead, 5))).isEqualTo(refused);
    }
    assertThat(submit(citizenOf(elsewhere), answer(live, 5))).isEqualTo(refused);
    now.freeze(now.instant().plus(Duration.ofDays(91)));
    assertThat(open(citizen, live)).isEqualTo(wrong);
    assertThat(submit(citizen, answer(live, 5))).isEqualTo(refused);
  }

  @Test
  void aReplayedInvitationIssuesANewLinkAndTheFirstOneDies() {
    String key = Client.key();
    String first = invite(clerk, decided, key).get("link").asString();
    String second = invite(clerk, decided, key).get("link").asString();

    assertThat(second).isNotEqualTo(first);
    assertThat(refusal(open(citizen, first.substring(first.indexOf('#') + 1))))
        .isEqualTo("RATING_LINK_INVALID");
    assertThat(open(citizen, second.substring(second.indexOf('#') + 1)).get("subject").isNull())
        .isFalse();
  }

  @Test
  void answersOutsideTheFormAreRefusedAtTheirFieldAndTheLinkLives() {
    String token = token(clerk, decided);

    assertThat(refusal(submit(citizen, answer(token, 6)))).isEqualTo("INVALID@grade");
    assertThat(refusal(submit(citizen, answer(token, 0)))).isEqualTo("INVALID@grade");
    assertThat(refusal(submit(citizen, answer(token, 1)))).isEqualTo("REQUIRED@options");
    assertThat(refusal(submit(citizen, answer(token, 5, "RUDE")))).isEqualTo("INVALID@options");
    var oldForm = answer(token, 5);
    oldForm.put("optionVersion", 7);
    assertThat(refusal(submit(citizen, oldForm))).isEqualTo("INVALID@optionVersion");
    var tooLong = answer(token, 5);
    tooLong.put("comment", "字".repeat(501));
    assertThat(refusal(submit(citizen, tooLong))).isEqualTo("INVALID@comment");

    var good = answer(token, 5);
    good.put("comment", "好\u0000\u202E的\n" + "字".repeat(497));
    assertThat(submit(citizen, good).get("receipt").isNull()).isFalse();
    assertThat(ratings(signedIn(here, "supervisor"), Map.of()).at("/nodes/0/comment").asString())
        .isEqualTo("好的\n" + "字".repeat(497));
  }

  @Test
  void onlyTheCasesUnitsInviteAndOnlyOnceRatedNoMore() {
    long foreign = decided;
    assertThat(refusal(invite(signedIn(here, "clerk@west"), foreign, Client.key())))
        .isEqualTo("NOT_FOUND@caseId");
    assertThat(mayNotInvite("officer@transport")).isEqualTo("FORBIDDEN");
    assertThat(mayNotInvite("supervisor")).isEqualTo("FORBIDDEN");
    assertThat(refusal(invite(signedIn(districts.fresh(), "clerk@east"), foreign, Client.key())))
        .isEqualTo("NOT_FOUND@caseId");

    String token = token(signedIn(here, "officer@civil"), decided);
    submit(citizen, answer(token, 5));

    assertThat(refusal(invite(clerk, decided, Client.key()))).isEqualTo("ALREADY_RATED");
  }

  private String mayNotInvite(String person) {
    return signedIn(here, person)
        .errorCode(
            "mutation($input: RatingInviteInput!) { ratingInvite(input: $input) { link } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "caseId", TestCases.id(decided)));
  }

  @Test
  void anUndecidedCaseIsNotRated() {
    long item = items.licence(here, "城市建筑垃圾处置核准", here.unit("civil"), here.unit("east"));
    long running =
        new TestCases(districts, scope, past)
            .open(here, item, here.unit("east"), now.instant(), false);

    assertThat(refusal(invite(clerk, running, Client.key()))).isEqualTo("WRONG_STATE");
  }

  @Test
  void givingARatingCostsOneStatementOnceTheDistrictIsKnown() {
    submit(citizen, answer(token(clerk, decided), 5));
    String token = token(clerk, decidedCase());

    int sent = Statements.during(sql, () -> submit(citizen, answer(token, 5)));

    assertThat(sent).isEqualTo(1); // rating with its source, key and audit entry
  }

  /** The statement itself digests it, because it makes the rating's id. */
  @Test
  void itsAuditEntryIsDigestedLikeEveryOther() throws Exception {
    submit(citizen, answer(token(clerk, decided), 5));

    EntryRecord entry =
        districts.in(
            here.id(),
            () ->
                sql.selectFrom(ENTRY)
                    .where(ENTRY.DISTRICT_ID.eq(here.id()), ENTRY.ACTION.eq("rating.submit"))
                    .fetchSingle());

    String canonical =
        String.join(
            "\n",
            String.valueOf(here.id()),
            String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, entry.getAt())),
            entry.getActor(),
            "rating.submit",
            entry.getSubject(),
            entry.getFacts());
    assertThat(entry.getSubject()).matches("rating:\\d+");
    assertThat(entry.getDigest())
        .isEqualTo(
            MessageDigest.getInstance("SHA-256")
                .digest(canonical.getBytes(StandardCharsets.UTF_8)));
  }
}
