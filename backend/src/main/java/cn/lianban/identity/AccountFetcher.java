package cn.lianban.identity;

import cn.lianban.api.types.AccountCreateInput;
import cn.lianban.api.types.AccountDisableInput;
import cn.lianban.api.types.AccountDismissInput;
import cn.lianban.api.types.AccountEnableInput;
import cn.lianban.api.types.AccountFilter;
import cn.lianban.api.types.AccountOrder;
import cn.lianban.api.types.AccountPasswordResetInput;
import cn.lianban.api.types.AccountPostAddInput;
import cn.lianban.api.types.AccountPostEndInput;
import cn.lianban.api.types.FirstPasswordsIssueInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The administrator's accounts in the API. */
@DgsComponent
class AccountFetcher {
  private final AccountQueries accounts;
  private final AccountAdministration administration;
  private final AccountOpening opening;
  private final Appointments appointments;
  private final Dismissals dismissals;
  private final FirstPasswords firstPasswords;

  AccountFetcher(
      AccountQueries accounts,
      AccountAdministration administration,
      AccountOpening opening,
      Appointments appointments,
      Dismissals dismissals,
      FirstPasswords firstPasswords) {
    this.accounts = accounts;
    this.administration = administration;
    this.opening = opening;
    this.appointments = appointments;
    this.dismissals = dismissals;
    this.firstPasswords = firstPasswords;
  }

  @DgsQuery
  Page<Account> accounts(
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable String search,
      @InputArgument @Nullable AccountFilter filter,
      @InputArgument @Nullable AccountOrder orderBy) {
    return accounts.page(first, after, search, asked(filter), orderBy);
  }

  private static AccountQueries.Filter asked(@Nullable AccountFilter filter) {
    return filter == null
        ? AccountQueries.Filter.NONE
        : new AccountQueries.Filter(
            filter.getUnitId() == null ? null : Ids.parseInt(Unit.KIND, filter.getUnitId()),
            filter.getRole() == null ? null : Role.valueOf(filter.getRole().name()),
            filter.getState());
  }

  @DgsQuery
  @Nullable Account account(@InputArgument String id) {
    return accounts.seen(Ids.parse(Account.KIND, id)).orElse(null);
  }

  @DgsMutation
  AccountPayload accountDisable(@InputArgument AccountDisableInput input) {
    return changed(() -> administration.disable(input));
  }

  @DgsMutation
  AccountPayload accountEnable(@InputArgument AccountEnableInput input) {
    return changed(() -> administration.enable(input));
  }

  @DgsMutation
  AccountPayload accountPostAdd(@InputArgument AccountPostAddInput input) {
    return changed(() -> appointments.add(input));
  }

  @DgsMutation
  AccountPayload accountPostEnd(@InputArgument AccountPostEndInput input) {
    return changed(() -> appointments.end(input));
  }

  @DgsMutation
  AccountPayload accountDismiss(@InputArgument AccountDismissInput input) {
    return changed(() -> dismissals.dismiss(input));
  }

  @DgsMutation
  IssuedPayload accountPasswordReset(@InputArgument AccountPasswordResetInput input) {
    return issued(() -> administration.resetPassword(input));
  }

  @DgsMutation
  IssuedPayload accountCreate(@InputArgument AccountCreateInput input) {
    return issued(() -> opening.open(input));
  }

  @DgsMutation
  FirstPasswordsPayload firstPasswordsIssue(@InputArgument FirstPasswordsIssueInput input) {
    return Refusals.payload(
        () -> {
          List<FirstPasswordSlip> slips =
              firstPasswords.issue(input).stream()
                  .map(one -> new FirstPasswordSlip(accounts.require(one.id()), one.password()))
                  .toList();
          return new FirstPasswordsPayload(slips, List.of());
        },
        errors -> new FirstPasswordsPayload(List.of(), errors));
  }

  @DgsData(parentType = "Account", field = "posts")
  CompletableFuture<List<Post>> accountPosts(DataFetchingEnvironment env) {
    return Loads.<Long, @Nullable List<Post>>one(env, PostLoader.NAME, source(env).id())
        .thenApply(found -> found == null ? List.of() : found);
  }

  @DgsData(parentType = "Account", field = "subDistrict")
  @Nullable CompletableFuture<SubDistrict> accountPlace(DataFetchingEnvironment env) {
    Integer place = source(env).subDistrictId();
    return place == null ? null : Loads.one(env, PostPlaceLoader.NAME, place);
  }

  private AccountPayload changed(LongSupplier change) {
    return Refusals.payload(
        () -> new AccountPayload(accounts.require(change.getAsLong()), List.of()),
        errors -> new AccountPayload(null, errors));
  }

  private IssuedPayload issued(Supplier<AccountAdministration.Issued> change) {
    return Refusals.payload(
        () -> {
          var done = change.get();
          return new IssuedPayload(accounts.require(done.id()), done.password(), List.of());
        },
        errors -> new IssuedPayload(null, null, errors));
  }

  private static Account source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Account>getSource());
  }

  record FirstPasswordSlip(Account account, String firstPassword) {}

  record FirstPasswordsPayload(List<FirstPasswordSlip> slips, List<UserError> userErrors) {}

  record AccountPayload(@Nullable Account account, List<UserError> userErrors) {}

  record IssuedPayload(
      @Nullable Account account, @Nullable String firstPassword, List<UserError> userErrors) {}
}
