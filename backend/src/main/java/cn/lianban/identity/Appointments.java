package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.api.types.AccountPostAddInput;
import cn.lianban.api.types.AccountPostEndInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives people posts and ends them. */
@Component
class Appointments {
  private final AccountActs acts;
  private final DSLContext sql;
  private final TenantScope scope;
  private final AccountRows rows;
  private final Posts posts;
  private final People people;
  private final HandOvers handOvers;
  private final Units units;
  private final AuditTrail audit;
  private final Now now;

  Appointments(
      AccountActs acts,
      DSLContext sql,
      TenantScope scope,
      AccountRows rows,
      Posts posts,
      People people,
      HandOvers handOvers,
      Units units,
      AuditTrail audit,
      Now now) {
    this.acts = acts;
    this.sql = sql;
    this.scope = scope;
    this.rows = rows;
    this.posts = posts;
    this.people = people;
    this.handOvers = handOvers;
    this.units = units;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Gives an account one more post.
   *
   * @return the account's id
   * @throws Rejected NOT_FOUND, ALREADY_HELD, ROLES_APART, VERSION_CONFLICT, what {@link PostRules}
   *     refuses
   */
  long add(AccountPostAddInput input) {
    return acts.act(
        input.getId(),
        input.getIdempotencyKey(),
        input,
        account -> {
          Unit unit = unit(input.getUnitId());
          Role role = Role.valueOf(input.getRole().name());
          PostRules.check(role, unit, account.subDistrictId());
          rows.touch(account.id(), input.getExpectedVersion());
          appoint(account, role, unit);
        });
  }

  private void appoint(Account account, Role role, @Nullable Unit unit) {
    List<Post> held = of(account.id());
    Integer unitId = unit == null ? null : unit.id();
    if (held.stream().anyMatch(p -> p.role() == role && Objects.equals(p.unitId(), unitId))) {
      throw new Rejected("ALREADY_HELD", "role", "该账号已有这个岗位");
    }
    PostRules.checkApart(role, held.stream().map(Post::role).collect(Collectors.toSet()));
    posts.assign(account.id(), role, unitId, account.subDistrictId());
    audit.record(
        "account.post-add",
        "account:" + account.id(),
        Map.of("role", role, "unit", unitId == null ? 0 : unitId));
  }

  /**
   * Ends a post today.
   *
   * @return the account's id
   * @throws Rejected NOT_FOUND, SELF, LAST_ADMIN, VERSION_CONFLICT, OPEN_WORK at handOverToId
   */
  long end(AccountPostEndInput input) {
    return acts.act(
        input.getId(),
        input.getIdempotencyKey(),
        input,
        account -> {
          long wanted = Ids.parse(Post.KIND, input.getPostId());
          Post post =
              of(account.id()).stream()
                  .filter(p -> p.id() == wanted)
                  .findFirst()
                  .orElseThrow(() -> new Rejected("NOT_FOUND", "postId", "没有找到该岗位"));
          end(post, input.getExpectedVersion(), input.getHandOverToId());
        });
  }

  /** As {@link #end(AccountPostEndInput)}, in the caller's transaction. */
  void end(Post post, int version, @Nullable String handOverTo) {
    long account = post.accountId();
    if (post.role() == Role.DISTRICT_ADMIN) {
      rows.refuseLastAdministrator(account);
    }
    rows.refuseSelf(account, "不能撤销自己的岗位");
    rows.touch(account, version);
    sql.update(POST)
        .set(POST.ENDED_ON, now.today())
        .where(POST.DISTRICT_ID.eq(scope.district()), POST.ID.eq(post.id()))
        .execute();
    audit.record("account.post-end", "account:" + account, Map.of("post", post.id()));
    if (post.unitId() != null && !people.worksIn(account, post.unitId())) {
      handOvers.settle(new OpenWork.Holding(account, post.unitId()), handOverTo);
    }
  }

  /**
   * The unit of an input, null when none is named.
   *
   * @throws Rejected NOT_FOUND at unitId
   */
  @Nullable Unit unit(@Nullable String id) {
    return id == null
        ? null
        : units
            .find(Ids.parseInt(Unit.KIND, id))
            .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "没有这个单位"));
  }

  private List<Post> of(long account) {
    return posts.of(List.of(account)).getOrDefault(account, List.of());
  }
}
