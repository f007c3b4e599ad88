package cn.lianban.catalog;

import cn.lianban.graphql.Problem;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who brings what the public will read how far: the deciding department or the administrator
 * drafts, the legal reviewer passes what is not his own, the administrator publishes.
 */
@Component
class Editors {
  private static final Role[] DRAFTERS = {
    Role.DISTRICT_ADMIN, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD
  };
  private final Posts posts;
  private final TenantScope scope;

  Editors(Posts posts, TenantScope scope) {
    this.posts = posts;
    this.scope = scope;
  }

  /**
   * @param unitId whose it is; null: the district's
   */
  boolean mayDraft(@Nullable Integer unitId) {
    return posts.holds(Role.DISTRICT_ADMIN) || seat(unitId).isPresent();
  }

  /**
   * The caller drafts now; who stands in for an absent drafter does it for him.
   *
   * @throws Problem FORBIDDEN
   */
  void checkDrafter(@Nullable Integer unitId) {
    if (!posts.holds(Role.DISTRICT_ADMIN)) {
      scope.actFor(seat(unitId).orElseThrow(Problem::forbidden).forAccount());
    }
  }

  /** Of several posts the one in that very unit counts. */
  private Optional<Seat> seat(@Nullable Integer unitId) {
    return unitId == null
        ? Optional.empty()
        : posts.seat(unitId, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD);
  }

  /**
   * Limits are confirmed by the administrator, or by the head of the very department. That it is
   * one of the two who brings the file has been asked before.
   */
  boolean mayConfirm(int unitId) {
    return posts.holds(Role.DISTRICT_ADMIN)
        || !posts.holds(Role.DEPARTMENT_HEAD)
        || posts.seat(unitId, Role.DEPARTMENT_HEAD).isPresent();
  }

  boolean mayReview(@Nullable Long draftedBy) {
    return posts.holds(Role.LEGAL_REVIEWER) && !Objects.equals(draftedBy, account());
  }

  boolean mayPublish() {
    return posts.holds(Role.DISTRICT_ADMIN);
  }

  /** Before anything is read: who can draft nothing at all learns nothing. */
  void requireDrafter() {
    posts.require(DRAFTERS);
  }

  void requireReviewer() {
    posts.require(Role.LEGAL_REVIEWER);
  }

  void requirePublisher() {
    posts.require(Role.DISTRICT_ADMIN);
  }

  /** Staff of the district, whatever the post. */
  void requireStaff() {
    if (posts.account().isEmpty()) {
      throw Problem.unauthenticated();
    }
  }

  boolean isStaff() {
    return posts.account().isPresent();
  }

  @Nullable Long account() {
    return posts.account().isPresent() ? posts.account().getAsLong() : null;
  }

  /**
   * @throws Problem FORBIDDEN
   */
  static void check(boolean allowed) {
    if (!allowed) {
      throw Problem.forbidden();
    }
  }
}
