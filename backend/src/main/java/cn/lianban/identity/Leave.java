package cn.lianban.identity;

import cn.lianban.api.types.AbsenceEndInput;
import cn.lianban.api.types.AbsenceRecordInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is away, and who stands in (AB角). One's own leave may be written down by oneself, with a
 * deputy of the same unit; a head does it for his unit, an administrator for his charge.
 */
@Component
class Leave {
  private static final int LONGEST_DAYS = 366;
  private final Absences absences;
  private final People people;
  private final Posts posts;
  private final AccountQueries accounts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Leave(
      Absences absences,
      People people,
      Posts posts,
      AccountQueries accounts,
      Once once,
      AuditTrail audit,
      Now now) {
    this.absences = absences;
    this.people = people;
    this.posts = posts;
    this.accounts = accounts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Writes an absence down; from its first to its last day the deputy acts in the person's units.
   *
   * @return its id
   * @throws Rejected NOT_FOUND, INVALID at from or to, OVERLAP, DEPUTY_ELSEWHERE, DEPUTY_ABSENT or
   *     DISABLED at deputyId, STANDS_IN
   */
  long record(AbsenceRecordInput input) {
    return once.run(
            input.getIdempotencyKey(),
            input,
            () -> {
              Person absent = charge(input.getAccountId());
              NewAbsence wanted = wanted(input, absent);
              long id = absences.insert(absent, wanted, now.instant());
              audit.record(
                  "absence.record",
                  "account:" + absent.id(),
                  Map.of(
                      "absence",
                      id,
                      "from",
                      wanted.from().toString(),
                      "to",
                      wanted.to().toString(),
                      "deputy",
                      wanted.deputy() == null ? 0 : wanted.deputy().id()));
              return id;
            })
        .id();
  }

  /**
   * Ends an absence now: back early, or written down by mistake.
   *
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT
   */
  long end(AbsenceEndInput input) {
    return once.run(
            input.getIdempotencyKey(),
            input,
            () -> {
              Absence absence = require(Ids.parse(Absence.ID_KIND, input.getId()));
              charge(Ids.of(Account.KIND, absence.accountId()));
              if (absences.end(absence.id(), input.getExpectedVersion(), now.instant()) == 0) {
                throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
              }
              audit.record(
                  "absence.end", "account:" + absence.accountId(), Map.of("absence", absence.id()));
              return absence.id();
            })
        .id();
  }

  /**
   * @throws Rejected NOT_FOUND
   */
  Absence require(long id) {
    return absences.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这条记录"));
  }

  /** The person, when the caller may write for him: himself, his staff, or those in his charge. */
  private Person charge(@Nullable String accountId) {
    long self = posts.requireAccount();
    long wanted = accountId == null ? self : Ids.parse(Account.KIND, accountId);
    Person person =
        people
            .colleague(wanted)
            .filter(found -> found.id() == self || isMine(found))
            .orElseThrow(() -> new Rejected("NOT_FOUND", "accountId", "没有找到该人员"));
    if (person.disabled()) {
      throw new Rejected("DISABLED", "accountId", "该账号已停用");
    }
    return person;
  }

  private boolean isMine(Person person) {
    if (posts.holds(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN)
        && accounts.inMyCharge(person.subDistrictId())) {
      return true;
    }
    return posts.seats(Role.DEPARTMENT_HEAD).stream()
        .anyMatch(seat -> people.worksIn(person.id(), Objects.requireNonNull(seat.unitId())));
  }

  private NewAbsence wanted(AbsenceRecordInput input, Person absent) {
    LocalDate from = input.getFrom();
    LocalDate to = input.getTo();
    if (to.isBefore(from) || to.isBefore(now.today())) {
      throw new Rejected("INVALID", "to", "结束日期不能早于开始日期和今天");
    }
    if (to.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw new Rejected("INVALID", "to", "最长一年");
    }
    if (absences.anyBetween(absent.id(), from, to)) {
      throw new Rejected("OVERLAP", "from", "与已登记的离岗时间重叠");
    }
    if (absences.standsInBetween(absent.id(), from, to)) {
      throw new Rejected("STANDS_IN", "from", "这段时间正代他人值岗，请先更换代岗人");
    }
    return new NewAbsence(
        Absence.Kind.valueOf(input.getKind().name()),
        from,
        to,
        input.getDeputyId() == null
            ? null
            : deputy(absent, Ids.parse(Account.KIND, input.getDeputyId()), from, to));
  }

  private Person deputy(Person absent, long id, LocalDate from, LocalDate to) {
    Person deputy =
        people
            .colleague(id)
            .filter(found -> !found.disabled() && found.id() != absent.id())
            .orElseThrow(() -> new Rejected("NOT_FOUND", "deputyId", "没有找到该代岗人"));
    boolean together =
        posts.of(List.of(absent.id())).getOrDefault(absent.id(), List.of()).stream()
            .anyMatch(post -> post.unitId() != null && people.worksIn(id, post.unitId()));
    // whoever hands his own powers on does so inside his unit; a head or administrator may widen it
    boolean allowed =
        absent.id() == posts.requireAccount() && !isMine(absent)
            ? together
            : Objects.equals(deputy.subDistrictId(), absent.subDistrictId());
    if (!allowed) {
      throw new Rejected("DEPUTY_ELSEWHERE", "deputyId", "代岗人须在同一单位（管理员可指定同一层级的其他人）");
    }
    if (absences.anyBetween(id, from, to)) {
      throw new Rejected("DEPUTY_ABSENT", "deputyId", "代岗人这段时间也不在岗");
    }
    return deputy;
  }
}
