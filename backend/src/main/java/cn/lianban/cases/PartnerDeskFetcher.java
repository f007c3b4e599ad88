package cn.lianban.cases;

import cn.lianban.api.types.CaseAcceptInput;
import cn.lianban.api.types.CaseSubmitInput;
import cn.lianban.graphql.Refusals;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Partners' cases in the API. */
@DgsComponent
class PartnerDeskFetcher {
  private final PartnerDesk desk;
  private final CaseAcceptFetcher forms;
  private final Cases cases;

  PartnerDeskFetcher(PartnerDesk desk, CaseAcceptFetcher forms, Cases cases) {
    this.desk = desk;
    this.forms = forms;
    this.cases = cases;
  }

  @DgsMutation
  CaseAcceptFetcher.AcceptPayload caseSubmit(@InputArgument CaseSubmitInput input) {
    return Refusals.payload(
        () -> {
          var done = desk.submit(input, forms.read(same(input)));
          return new CaseAcceptFetcher.AcceptPayload(
              cases.find(done.id()).orElse(null), done.queryPassword(), List.of());
        },
        errors -> new CaseAcceptFetcher.AcceptPayload(null, null, errors));
  }

  @DgsQuery
  @Nullable CaseFile caseByForeignNo(@InputArgument String foreignNo) {
    return desk.find(foreignNo).orElse(null);
  }

  private static CaseAcceptInput same(CaseSubmitInput input) {
    CaseAcceptInput same = new CaseAcceptInput();
    same.setIdempotencyKey(input.getIdempotencyKey());
    same.setItemId(input.getItemId());
    same.setApplicant(input.getApplicant());
    same.setMaterials(input.getMaterials());
    same.setNote(input.getNote());
    return same;
  }
}
