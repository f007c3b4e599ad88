package cn.lianban.partners;

import cn.lianban.api.types.PartnerDisableInput;
import cn.lianban.api.types.PartnerDocumentsSetInput;
import cn.lianban.api.types.PartnerRegisterInput;
import cn.lianban.api.types.PartnerSecretReplaceInput;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Partners in the API. */
@DgsComponent
class PartnerFetcher {
  private final Partnerships partnerships;
  private final PartnerDocuments documents;

  PartnerFetcher(Partnerships partnerships, PartnerDocuments documents) {
    this.partnerships = partnerships;
    this.documents = documents;
  }

  @DgsQuery
  @Nullable Registered partnerDocuments(@InputArgument String clientId) {
    return documents.of(clientId).orElse(null);
  }

  @DgsQuery
  List<Partner> partners() {
    return partnerships.all();
  }

  @DgsData(parentType = "Partner", field = "unit")
  CompletableFuture<Object> partnerUnit(DataFetchingEnvironment env) {
    return Loads.one(env, "units", Objects.requireNonNull(env.<Partner>getSource()).unitId());
  }

  @DgsMutation
  SecretPayload partnerRegister(@InputArgument PartnerRegisterInput input) {
    return Refusals.payload(
        () -> {
          var issued = partnerships.register(input);
          return new SecretPayload(issued.partner(), issued.secret(), List.of());
        },
        errors -> new SecretPayload(null, null, errors));
  }

  @DgsMutation
  SecretPayload partnerSecretReplace(@InputArgument PartnerSecretReplaceInput input) {
    return Refusals.payload(
        () -> {
          var issued = partnerships.replaceSecret(input);
          return new SecretPayload(issued.partner(), issued.secret(), List.of());
        },
        errors -> new SecretPayload(null, null, errors));
  }

  @DgsMutation
  PartnerPayload partnerDisable(@InputArgument PartnerDisableInput input) {
    return Refusals.payload(
        () -> new PartnerPayload(partnerships.disable(input), List.of()),
        errors -> new PartnerPayload(null, errors));
  }

  @DgsMutation
  DocumentsPayload partnerDocumentsSet(@InputArgument PartnerDocumentsSetInput input) {
    return Refusals.payload(
        () -> {
          Registered registered = documents.set(input);
          return new DocumentsPayload(
              input.getDocuments().stream().map(PartnerDocuments::sha256).toList(),
              registered,
              List.of());
        },
        errors -> new DocumentsPayload(null, null, errors));
  }

  record SecretPayload(
      @Nullable Partner partner, @Nullable String secret, List<UserError> userErrors) {}

  record PartnerPayload(@Nullable Partner partner, List<UserError> userErrors) {}

  record DocumentsPayload(
      @Nullable List<String> hashes, @Nullable Registered registered, List<UserError> userErrors) {}
}
