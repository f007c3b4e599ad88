package cn.lianban.cases;

import cn.lianban.api.types.AgentInput;
import cn.lianban.api.types.ApplicantInput;
import cn.lianban.api.types.CaseAcceptInput;
import cn.lianban.api.types.CaseReceiveInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acceptance in the API: the window's form, checked field by field, becomes a case. */
@DgsComponent
class CaseAcceptFetcher {
  private final WindowDesk window;
  private final Cases cases;
  private final Now now;

  CaseAcceptFetcher(WindowDesk window, Cases cases, Now now) {
    this.window = window;
    this.cases = cases;
    this.now = now;
  }

  @DgsMutation
  AcceptPayload caseAccept(@InputArgument CaseAcceptInput input) {
    return Refusals.payload(
        () -> {
          var done = window.accept(input.getIdempotencyKey(), input, read(input), unit(input));
          return new AcceptPayload(
              cases.find(done.id()).orElse(null), done.queryPassword(), List.of());
        },
        errors -> new AcceptPayload(null, null, errors));
  }

  @DgsMutation
  AcceptPayload caseReceive(@InputArgument CaseReceiveInput input) {
    return Refusals.payload(
        () -> {
          CaseAcceptInput same = same(input);
          var done = window.receive(input.getIdempotencyKey(), input, read(same), unit(same));
          return new AcceptPayload(
              cases.find(done.id()).orElse(null), done.queryPassword(), List.of());
        },
        errors -> new AcceptPayload(null, null, errors));
  }

  private static CaseAcceptInput same(CaseReceiveInput input) {
    CaseAcceptInput same = new CaseAcceptInput();
    same.setIdempotencyKey(input.getIdempotencyKey());
    same.setItemId(input.getItemId());
    same.setUnitId(input.getUnitId());
    same.setApplicant(input.getApplicant());
    same.setMaterials(input.getMaterials());
    same.setReceivedOn(input.getReceivedOn());
    same.setNote(input.getNote());
    same.setNews(input.getNews());
    same.setConsultationId(input.getConsultationId());
    return same;
  }

  private static @Nullable Integer unit(CaseAcceptInput input) {
    return input.getUnitId() == null ? null : Ids.parseInt(Unit.KIND, input.getUnitId());
  }

  /**
   * @throws Rejected at the field that is wrong
   */
  NewCase read(CaseAcceptInput input) {
    Applicant applicant = ApplicantRules.checked(applicant(input.getApplicant()), now.today());
    boolean news = Boolean.TRUE.equals(input.getNews());
    if (news && applicant.mobile() == null) {
      throw new Rejected("REQUIRED", "applicant.mobile", "要用短信通知，请填写手机号码");
    }
    return new NewCase(
        Ids.parse("Item", input.getItemId()),
        applicant,
        LegalClockFetcher.seen(input.getMaterials()),
        received(input.getReceivedOn()),
        note(input.getNote()),
        "WINDOW",
        false,
        null,
        null,
        false,
        news,
        input.getConsultationId() == null
            ? null
            : Ids.parse(Consultation.KIND, input.getConsultationId()));
  }

  private static Applicant applicant(ApplicantInput input) {
    return new Applicant(
        Applicant.Kind.valueOf(input.getKind().name()),
        input.getName(),
        Applicant.IdKind.valueOf(input.getIdKind().name()),
        input.getIdNumber(),
        input.getMobile(),
        input.getAgent() == null ? null : agent(input.getAgent()));
  }

  private static Agent agent(AgentInput input) {
    return new Agent(
        input.getName(),
        Applicant.IdKind.valueOf(input.getIdKind().name()),
        input.getIdNumber(),
        Agent.Mandate.valueOf(input.getMandate().name()),
        input.getUntil());
  }

  private Instant received(@Nullable LocalDate day) {
    LocalDate today = now.today();
    if (day == null || day.equals(today)) {
      return now.instant();
    }
    return day.atStartOfDay(Now.CHINA).toInstant();
  }

  private static String note(@Nullable String typed) {
    String note = typed == null ? "" : typed.strip();
    if (note.length() > 1000) {
      throw new Rejected("TOO_LONG", "note", "最多 1000 个字符");
    }
    return note;
  }

  record AcceptPayload(
      @Nullable CaseFile getCase, @Nullable String queryPassword, List<UserError> userErrors) {}
}
