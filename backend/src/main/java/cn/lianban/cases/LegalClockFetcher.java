package cn.lianban.cases;

import cn.lianban.api.types.CaseAcceptReceivedInput;
import cn.lianban.api.types.CaseCheckInput;
import cn.lianban.api.types.CaseEndInput;
import cn.lianban.api.types.CaseGreenAnswerInput;
import cn.lianban.api.types.CaseGreenAskInput;
import cn.lianban.api.types.CaseMaterialInput;
import cn.lianban.api.types.CaseNotAcceptInput;
import cn.lianban.api.types.CaseOwedInInput;
import cn.lianban.api.types.CaseSupplementInInput;
import cn.lianban.api.types.CaseSupplementInput;
import cn.lianban.cases.CaseMutationFetcher.Payload;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Receipt, supplements, endings, owed materials, promises and the green channel in the API. */
@DgsComponent
class LegalClockFetcher {
  private final Cases cases;
  private final Receiving receiving;
  private final Supplements supplements;
  private final Endings endings;
  private final LaterMaterials later;
  private final GreenChannel green;

  LegalClockFetcher(
      Cases cases,
      Receiving receiving,
      Supplements supplements,
      Endings endings,
      LaterMaterials later,
      GreenChannel green) {
    this.cases = cases;
    this.receiving = receiving;
    this.supplements = supplements;
    this.endings = endings;
    this.later = later;
    this.green = green;
  }

  @DgsMutation
  Payload caseAcceptReceived(@InputArgument CaseAcceptReceivedInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> receiving.accept(call, seen(input.getMaterials()), input.getNote()));
  }

  @DgsMutation
  Payload caseNotAccept(@InputArgument CaseNotAcceptInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> receiving.refuse(call, input.getReason()));
  }

  @DgsMutation
  Payload caseSupplement(@InputArgument CaseSupplementInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    var notice = new Supplements.Notice(input.getMissing(), input.getUntil(), input.getAnomaly());
    return payload(() -> supplements.tell(call, notice));
  }

  @DgsMutation
  Payload caseSupplementIn(@InputArgument CaseSupplementInInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> supplements.came(call, input.getNote()));
  }

  @DgsMutation
  Payload caseEnd(@InputArgument CaseEndInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    CaseStatus status = CaseStatus.valueOf(input.getEnding().name());
    return payload(() -> endings.end(call, status, input.getReason()));
  }

  @DgsMutation
  Payload caseOwedIn(@InputArgument CaseOwedInInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> later.came(call, seen(input.getMaterials())));
  }

  @DgsMutation
  Payload caseCheck(@InputArgument CaseCheckInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> later.check(call, input.getKept(), input.getFindings()));
  }

  @DgsMutation
  Payload caseGreenAsk(@InputArgument CaseGreenAskInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> green.ask(call, input.getReason()));
  }

  @DgsMutation
  Payload caseGreenAnswer(@InputArgument CaseGreenAnswerInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> green.answer(call, input.getGranted(), input.getNote()));
  }

  private Payload payload(LongSupplier change) {
    return Refusals.payload(
        () -> new Payload(cases.find(change.getAsLong()).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  static Map<Integer, MaterialState> seen(List<CaseMaterialInput> materials) {
    Map<Integer, MaterialState> seen = new HashMap<>();
    for (CaseMaterialInput material : materials) {
      seen.put(material.getSeq(), MaterialState.valueOf(material.getState().name()));
    }
    return seen;
  }

  static Call call(String key, Object input, String id, int version) {
    return new Call(key, input, Ids.parse(CaseFile.KIND, id), version);
  }
}
