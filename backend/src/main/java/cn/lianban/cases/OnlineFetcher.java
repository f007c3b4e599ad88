package cn.lianban.cases;

import cn.lianban.api.types.CaseAcceptInput;
import cn.lianban.api.types.CaseMaterialInput;
import cn.lianban.api.types.CaseProgressNewsInput;
import cn.lianban.api.types.FilingCodeInput;
import cn.lianban.api.types.FilingOpenInput;
import cn.lianban.api.types.FilingSubmitInput;
import cn.lianban.cases.CaseMutationFetcher.ProgressPayload;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Filing without an account in the API. */
@DgsComponent
class OnlineFetcher {
  private static final int NEXT_AFTER_SECONDS = 60;
  private final OnlineDesk desk;
  private final ProgressDesk progress;
  private final CaseAcceptFetcher forms;

  OnlineFetcher(OnlineDesk desk, ProgressDesk progress, CaseAcceptFetcher forms) {
    this.desk = desk;
    this.progress = progress;
    this.forms = forms;
  }

  @DgsMutation
  CodePayload filingCode(@InputArgument FilingCodeInput input) {
    return Refusals.payload(
        () -> {
          desk.code(input.getMobile(), address());
          return new CodePayload(NEXT_AFTER_SECONDS, List.of());
        },
        errors -> new CodePayload(null, errors));
  }

  /** As the server sees it: no header of the caller's is believed. */
  private static String address() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest()
        .getRemoteAddr();
  }

  @DgsMutation
  OpenPayload filingOpen(@InputArgument FilingOpenInput input) {
    return Refusals.payload(
        () -> {
          Filings.Opened opened = desk.open(input);
          return new OpenPayload(opened.token().text(), opened.expiresAt(), List.of());
        },
        errors -> new OpenPayload(null, null, errors));
  }

  @DgsMutation
  SubmitPayload filingSubmit(@InputArgument FilingSubmitInput input) {
    return Refusals.payload(
        () -> new SubmitPayload(desk.submit(input, forms.read(form(input))), List.of()),
        errors -> new SubmitPayload(null, errors));
  }

  /** The window's form, so that the same is checked the same way. */
  private static CaseAcceptInput form(FilingSubmitInput input) {
    CaseAcceptInput form = new CaseAcceptInput();
    form.setIdempotencyKey(input.getIdempotencyKey());
    form.setItemId("");
    form.setApplicant(input.getApplicant());
    form.setMaterials(input.getMaterials().stream().map(OnlineFetcher::copy).toList());
    form.setNote(input.getNote());
    form.setNews(input.getNews());
    return form;
  }

  private static CaseMaterialInput copy(int seq) {
    CaseMaterialInput copy = new CaseMaterialInput();
    copy.setSeq(seq);
    copy.setState(cn.lianban.api.types.MaterialState.COPY);
    return copy;
  }

  @DgsMutation
  ProgressPayload caseProgressNews(@InputArgument CaseProgressNewsInput input) {
    return Refusals.payload(
        () ->
            new ProgressPayload(
                progress.news(
                    CaseMutationFetcher.asked(
                        input.getIdempotencyKey(), input.getNumber(), input.getPassword()),
                    input.getWished()),
                List.of()),
        errors -> new ProgressPayload(null, errors));
  }

  record CodePayload(@Nullable Integer nextAfter, List<UserError> userErrors) {}

  record OpenPayload(
      @Nullable String token, @Nullable Instant expiresAt, List<UserError> userErrors) {}

  record SubmitPayload(FilingReceipts.@Nullable Receipt receipt, List<UserError> userErrors) {}
}
