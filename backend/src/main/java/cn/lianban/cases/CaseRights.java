package cn.lianban.cases;

import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a visible case, and in which state: the function × role matrix of the room.
 */
@Component
class CaseRights {
  private final Posts posts;
  private final TenantScope scope;

  CaseRights(Posts posts, TenantScope scope) {
    this.posts = posts;
    this.scope = scope;
  }

  boolean may(CaseAction action, CaseFile file) {
    return seat(action, file).isPresent() && CaseStates.allow(action, CaseStates.Standing.of(file));
  }

  /**
   * In which of his posts the caller does it: his own if one fits, else one he stands in; the rest
   * of the request is then audited as done for the absent person.
   *
   * @throws Problem FORBIDDEN when role or unit does not fit
   * @param seen the version the caller decided on
   * @throws Rejected RULED, WRONG_STATE when the case stands elsewhere, VERSION_CONFLICT when it
   *     got there after the caller looked
   */
  By require(CaseAction action, CaseFile file, int seen) {
    Seat seat = seat(action, file).orElseThrow(Problem::forbidden);
    if (!CaseStates.allow(action, CaseStates.Standing.of(file))) {
      if (action == CaseAction.RETURN && file.ruled()) {
        throw new Rejected("RULED", null, "已有裁定，不得再次退回");
      }
      throw seen == file.version()
          ? new Rejected("WRONG_STATE", null, "办件当前状态不能进行此操作")
          : new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    scope.actFor(seat.forAccount());
    return By.caller(posts, seat);
  }

  private Optional<Seat> seat(CaseAction action, CaseFile file) {
    return switch (action) {
      case HAND_UP -> staff(file.holderUnitId());
      case SIGN -> receiver(file);
      case RETURN, DECIDE, HAND_DOWN -> officer(file.decideUnitId());
      case DELIVER -> clerk(file.acceptUnitId()).or(() -> officer(file.decideUnitId()));
      case SUSPEND, RESUME -> staff(file.holderUnitId());
      case EXTEND ->
          posts
              .seat(file.decideUnitId(), Role.DEPARTMENT_HEAD)
              .or(() -> file.procedureId() == null ? Optional.empty() : leader(file));
      case ACCEPT, NOT_ACCEPT -> staff(file.acceptUnitId());
      case REVEAL_APPLICANT, SUPPLEMENT, SUPPLEMENT_IN, END, OWED_IN, GREEN_ASK ->
          staff(file.acceptUnitId()).or(() -> staff(file.holderUnitId()));
      case CHECK -> officer(file.decideUnitId());
      case GREEN_ANSWER -> head(file);
      case RULE -> ruler(file);
      case PASS_ON -> officer(file.decideUnitId());
    };
  }

  private Optional<Seat> receiver(CaseFile file) {
    return file.status() == CaseStatus.HANDED_DOWN && file.belowUnitId() != null
        ? staff(file.belowUnitId())
        : officer(file.decideUnitId());
  }

  private Optional<Seat> ruler(CaseFile file) {
    return posts.holds(Role.SUPERVISOR, Role.LEADER)
        ? Optional.of(new Seat(Role.SUPERVISOR.name(), file.decideUnitId(), null))
        : Optional.empty();
  }

  /** Who grants the green channel: a head of the deciding or accepting unit, or a leader. */
  private Optional<Seat> head(CaseFile file) {
    return posts
        .seat(file.decideUnitId(), Role.DEPARTMENT_HEAD)
        .or(() -> posts.seat(file.acceptUnitId(), Role.DEPARTMENT_HEAD))
        .or(() -> leader(file));
  }

  private Optional<Seat> leader(CaseFile file) {
    return posts.holds(Role.LEADER)
        ? Optional.of(new Seat(Role.LEADER.name(), file.decideUnitId(), null))
        : Optional.empty();
  }

  private Optional<Seat> clerk(int unit) {
    return posts.seat(unit, Role.WINDOW_CLERK);
  }

  private Optional<Seat> officer(int unit) {
    return posts.seat(unit, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD);
  }

  private Optional<Seat> staff(int unit) {
    return clerk(unit).or(() -> officer(unit));
  }
}
