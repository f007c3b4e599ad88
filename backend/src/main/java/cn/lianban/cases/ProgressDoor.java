package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.TenantScope;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lets an applicant to his case by number and password; every failure is answered alike. */
@Component
class ProgressDoor {
  private final DSLContext sql;
  private final TenantScope scope;
  private final QueryAttempts attempts;
  private final CaseQueries queries;

  ProgressDoor(DSLContext sql, TenantScope scope, QueryAttempts attempts, CaseQueries queries) {
    this.sql = sql;
    this.scope = scope;
    this.attempts = attempts;
    this.queries = queries;
  }

  /**
   * In one transaction.
   *
   * @throws Rejected PROGRESS_NOT_FOUND for a wrong number, a wrong password and too many attempts
   */
  <T> T as(String typedNumber, String password, Function<CaseFile, T> act) {
    String number = CaseNumber.normalised(typedNumber);
    Optional<T> found =
        number.isEmpty() || !scope.current().hasDistrict()
            ? Optional.empty()
            : scope.write(() -> attempt(number, password, act));
    return found.orElseThrow(
        () -> new Rejected("PROGRESS_NOT_FOUND", null, "办件编号或查询密码不正确，或尝试次数过多，请稍后再试"));
  }

  private <T> Optional<T> attempt(String number, String password, Function<CaseFile, T> act) {
    byte[] hash = Sha256.of(number);
    Optional<T> found =
        attempts.count(hash)
            ? scope.asSubject("number:progress", () -> check(number, password, hash, act))
            : Optional.empty();
    if (found.isEmpty()) {
      attempts.failed();
    }
    return found;
  }

  private <T> Optional<T> check(
      String number, String password, byte[] hash, Function<CaseFile, T> act) {
    byte[] expected =
        sql.select(CASEFILE.QUERY_HASH)
            .from(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.NUMBER.eq(number))
            .fetchOne(CASEFILE.QUERY_HASH);
    if (!QueryPassword.matches(expected == null ? new byte[0] : expected, number, password)) {
      return Optional.empty();
    }
    attempts.forget(hash);
    return queries.find(CASEFILE.NUMBER.eq(number)).map(act);
  }
}
