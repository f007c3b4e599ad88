package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.api.types.CaseSubmitInput;
import cn.lianban.graphql.PartnerCalls;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.stereotype.Component;

/**
 * What partners' systems hand in. Each case keeps the partner's number, and a partner that has lost
 * our answer may ask again with the same key or with another one.
 */
@Component
class PartnerDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final PartnerCalls partners;
  private final WindowDesk window;
  private final Cases cases;
  private final WayIn wayIn;
  private final Now now;

  PartnerDesk(
      DSLContext sql,
      TenantScope scope,
      PartnerCalls partners,
      WindowDesk window,
      Cases cases,
      WayIn wayIn,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.partners = partners;
    this.window = window;
    this.cases = cases;
    this.wayIn = wayIn;
    this.now = now;
  }

  /**
   * @return the case, new or found by its number, and a query password issued just now
   * @throws Rejected INVALID at foreignNo, what {@link WindowDesk#receive} refuses
   */
  WayIn.Accepted submit(CaseSubmitInput input, NewCase wanted) {
    String number = number(input.getForeignNo());
    NewCase theirs =
        new NewCase(
            wanted.itemId(),
            wanted.applicant(),
            wanted.materials(),
            now.instant(),
            wanted.note(),
            source(),
            number,
            false);
    return again(number).orElseGet(() -> open(input, theirs, number));
  }

  private WayIn.Accepted open(CaseSubmitInput input, NewCase theirs, String number) {
    try {
      return window.receive(input.getIdempotencyKey(), input, theirs, null);
    } catch (IntegrityConstraintViolationException rival) {
      return again(number).orElseThrow(() -> rival);
    }
  }

  private Optional<WayIn.Accepted> again(String number) {
    return find(number).map(known -> scope.write(() -> wayIn.again(known.id())));
  }

  /** The calling partner's case of that number. */
  Optional<CaseFile> find(String number) {
    return sql.select(CASEFILE.ID)
        .from(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
        .and(CASEFILE.FOREIGN_NO.eq(number.replace("\0", "")))
        .and(CASEFILE.SOURCE.eq(source()))
        .fetchOptional(CASEFILE.ID)
        .flatMap(cases::find);
  }

  /** The partner's client id: names change, and two partners may bear the same. */
  private String source() {
    return partners.current().orElseThrow(Problem::forbidden).clientId();
  }

  private static String number(String typed) {
    String number = typed.strip();
    if (number.isEmpty() || number.length() > 60 || number.indexOf('\0') >= 0) {
      throw new Rejected("INVALID", "foreignNo", "1 至 60 个字符");
    }
    return number;
  }
}
