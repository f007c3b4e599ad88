package cn.lianban.cases;

import cn.lianban.api.types.ApplicantInput;
import cn.lianban.api.types.CaseAcceptInput;
import cn.lianban.api.types.CaseMaterialInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the window's form into a {@link NewCase}, checking each field. */
@Component
class Intakes {
  private final Now now;

  Intakes(Now now) {
    this.now = now;
  }

  /**
   * @throws Rejected at the field that is wrong
   */
  NewCase read(CaseAcceptInput input) {
    return new NewCase(
        Ids.parse("Item", input.getItemId()),
        ApplicantRules.checked(applicant(input.getApplicant())),
        materials(input),
        received(input.getReceivedOn()),
        note(input.getNote()),
        "WINDOW",
        null,
        false);
  }

  private static Applicant applicant(ApplicantInput input) {
    return new Applicant(
        Applicant.Kind.valueOf(input.getKind().name()),
        input.getName(),
        Applicant.IdKind.valueOf(input.getIdKind().name()),
        input.getIdNumber(),
        input.getMobile(),
        input.getAgentName());
  }

  private static Map<Integer, MaterialState> materials(CaseAcceptInput input) {
    Map<Integer, MaterialState> seen = new HashMap<>();
    for (CaseMaterialInput material : input.getMaterials()) {
      seen.put(material.getSeq(), MaterialState.valueOf(material.getState().name()));
    }
    return seen;
  }

  private Instant received(@org.jspecify.annotations.Nullable LocalDate day) {
    LocalDate today = now.today();
    if (day == null || day.equals(today)) {
      return now.instant();
    }
    return day.atStartOfDay(Now.CHINA).toInstant();
  }

  private static String note(@org.jspecify.annotations.Nullable String typed) {
    String note = typed == null ? "" : typed.strip();
    if (note.length() > 1000) {
      throw new Rejected("TOO_LONG", "note", "最多 1000 个字符");
    }
    return note;
  }
}
