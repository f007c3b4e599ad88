package cn.lianban.identity;

import cn.lianban.api.types.AccountSecondFactorResetInput;
import cn.lianban.api.types.IdentityConfirmInput;
import cn.lianban.api.types.PasskeyBeginInput;
import cn.lianban.api.types.PasskeyRegisterInput;
import cn.lianban.api.types.PasskeyRemoveInput;
import cn.lianban.api.types.PasskeyRenameInput;
import cn.lianban.api.types.RecoveryCodesRenewInput;
import cn.lianban.api.types.SecondFactorPolicySetInput;
import cn.lianban.api.types.TotpBeginInput;
import cn.lianban.api.types.TotpConfirmInput;
import cn.lianban.api.types.TotpRemoveInput;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Second factors in the API. */
@DgsComponent
class SecurityFetcher {
  private final IdentityProof proof;
  private final SecondFactors factors;
  private final PasskeyRegistration registration;
  private final PasskeyChanges changes;
  private final Passkeys passkeys;
  private final SecondFactorRows rows;
  private final RecoveryCodes recovery;
  private final SecondFactorPolicy policy;
  private final SecondFactorReset reset;
  private final AccountQueries accounts;
  private final Viewers viewers;
  private final TenantScope scope;

  SecurityFetcher(
      IdentityProof proof,
      SecondFactors factors,
      PasskeyRegistration registration,
      PasskeyChanges changes,
      Passkeys passkeys,
      SecondFactorRows rows,
      RecoveryCodes recovery,
      SecondFactorPolicy policy,
      SecondFactorReset reset,
      AccountQueries accounts,
      Viewers viewers,
      TenantScope scope) {
    this.proof = proof;
    this.factors = factors;
    this.registration = registration;
    this.changes = changes;
    this.passkeys = passkeys;
    this.rows = rows;
    this.recovery = recovery;
    this.policy = policy;
    this.reset = reset;
    this.accounts = accounts;
    this.viewers = viewers;
    this.scope = scope;
  }

  @DgsQuery
  SecondFactorPolicy.Policy secondFactorPolicy() {
    return policy.seen();
  }

  @DgsData(parentType = "Viewer", field = "security")
  AccountSecurity viewerSecurity(DataFetchingEnvironment env) {
    long account = Objects.requireNonNull(env.<Viewer>getSource()).id();
    var roles = scope.current().roles();
    return factors.asSubject(
        () ->
            new AccountSecurity(
                rows.totpSince(account),
                recovery.left(account),
                passkeys.of(account).stream().map(AccountSecurity.Passkey::of).toList(),
                rows.asked(roles)));
  }

  @DgsMutation
  SecondFactorPayload identityConfirm(@InputArgument IdentityConfirmInput input) {
    return done(
        () -> {
          proof.confirm(input);
          return null;
        });
  }

  @DgsMutation
  BegunPayload totpBegin(@InputArgument TotpBeginInput input) {
    return Refusals.payload(
        () -> {
          var begun = factors.begin(input);
          return new BegunPayload(begun.secret(), begun.uri(), List.of());
        },
        errors -> new BegunPayload(null, null, errors));
  }

  @DgsMutation
  SecondFactorPayload totpConfirm(@InputArgument TotpConfirmInput input) {
    return done(() -> factors.confirm(input));
  }

  @DgsMutation
  SecondFactorPayload totpRemove(@InputArgument TotpRemoveInput input) {
    return done(
        () -> {
          factors.remove(input);
          return null;
        });
  }

  @DgsMutation
  SecondFactorPayload recoveryCodesRenew(@InputArgument RecoveryCodesRenewInput input) {
    return done(() -> factors.renewCodes(input));
  }

  @DgsMutation
  OptionsPayload passkeyBegin(@InputArgument PasskeyBeginInput input) {
    return Refusals.payload(
        () -> new OptionsPayload(registration.begin(input), List.of()),
        errors -> new OptionsPayload(null, errors));
  }

  @DgsMutation
  SecondFactorPayload passkeyRegister(@InputArgument PasskeyRegisterInput input) {
    return done(() -> registration.register(input));
  }

  @DgsMutation
  SecondFactorPayload passkeyRename(@InputArgument PasskeyRenameInput input) {
    return done(
        () -> {
          changes.rename(input);
          return null;
        });
  }

  @DgsMutation
  SecondFactorPayload passkeyRemove(@InputArgument PasskeyRemoveInput input) {
    return done(
        () -> {
          changes.remove(input);
          return null;
        });
  }

  @DgsMutation
  AccountFetcher.AccountPayload accountSecondFactorReset(
      @InputArgument AccountSecondFactorResetInput input) {
    return Refusals.payload(
        () -> new AccountFetcher.AccountPayload(accounts.require(reset.reset(input)), List.of()),
        errors -> new AccountFetcher.AccountPayload(null, errors));
  }

  @DgsMutation
  PolicyPayload secondFactorPolicySet(@InputArgument SecondFactorPolicySetInput input) {
    return Refusals.payload(
        () -> {
          policy.set(input);
          return new PolicyPayload(policy.seen(), List.of());
        },
        errors -> new PolicyPayload(null, errors));
  }

  private SecondFactorPayload done(Supplier<@Nullable List<String>> change) {
    return Refusals.payload(
        () -> {
          List<String> codes = change.get();
          return new SecondFactorPayload(viewers.current(), codes, List.of());
        },
        errors -> new SecondFactorPayload(null, null, errors));
  }

  record BegunPayload(@Nullable String secret, @Nullable String uri, List<UserError> userErrors) {}

  record OptionsPayload(@Nullable String options, List<UserError> userErrors) {}

  record SecondFactorPayload(
      @Nullable Viewer viewer, @Nullable List<String> recoveryCodes, List<UserError> userErrors) {}

  record PolicyPayload(SecondFactorPolicy.@Nullable Policy policy, List<UserError> userErrors) {}
}
