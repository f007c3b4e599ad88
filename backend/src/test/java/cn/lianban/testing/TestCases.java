package cn.lianban.testing;

import cn.lianban.cases.Applicant;
import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.MaterialState;
import cn.lianban.cases.NewCase;
import cn.lianban.cases.PastCases;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;

/** Cases of a test district, written as history imports write them. */
public final class TestCases {
  private final TestDistricts districts;
  private final TenantScope scope;
  private final PastCases past;

  public TestCases(TestDistricts districts, TenantScope scope, PastCases past) {
    this.districts = districts;
    this.scope = scope;
    this.past = past;
  }

  /** Accepted at a unit and still running. */
  public long open(TestDistrict d, long item, int acceptUnit, Instant at, boolean test) {
    return districts.in(
        d.id(), () -> scope.write(() -> past.accept(wanted(item, at, test), acceptUnit, at).id()));
  }

  /** Accepted, handed up where another unit decides, and passed. */
  public long decided(
      TestDistrict d, long item, int acceptUnit, int decideUnit, Instant at, boolean test) {
    return districts.in(
        d.id(),
        () ->
            scope.write(
                () -> {
                  long id = past.accept(wanted(item, at, test), acceptUnit, at).id();
                  if (acceptUnit != decideUnit) {
                    past.handUp(id, at);
                    past.sign(id, at);
                  }
                  past.decide(id, CaseOutcome.PASSED, null, null, at);
                  return id;
                }));
  }

  public static String id(long caseId) {
    return Ids.of("Case", caseId);
  }

  private static NewCase wanted(long item, Instant at, boolean test) {
    Applicant applicant =
        new Applicant(
            Applicant.Kind.PERSON,
            "王小明",
            Applicant.IdKind.IDENTITY_CARD,
            "11010519491231002X",
            "13800138000",
            null);
    return new NewCase(
        item,
        applicant,
        Map.of(1, MaterialState.ORIGINAL_SEEN, 2, MaterialState.COPY),
        at,
        "",
        "WINDOW",
        null,
        test);
  }
}
