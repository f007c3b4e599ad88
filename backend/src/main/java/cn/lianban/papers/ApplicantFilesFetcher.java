package cn.lianban.papers;

import cn.lianban.api.types.CaseProgressUploadInput;
import cn.lianban.api.types.FilingUploadInput;
import cn.lianban.graphql.Refusals;
import cn.lianban.papers.AttachmentFetcher.UploadPayload;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;

/** Applicants' uploads in the API. */
@DgsComponent
class ApplicantFilesFetcher {
  private final ApplicantFiles files;

  ApplicantFilesFetcher(ApplicantFiles files) {
    this.files = files;
  }

  @DgsMutation
  UploadPayload filingUpload(@InputArgument FilingUploadInput input) {
    return Refusals.payload(
        () -> new UploadPayload(files.ofFiling(input), List.of()),
        errors -> new UploadPayload(null, errors));
  }

  @DgsMutation
  UploadPayload caseProgressUpload(@InputArgument CaseProgressUploadInput input) {
    return Refusals.payload(
        () -> new UploadPayload(files.ofCase(input), List.of()),
        errors -> new UploadPayload(null, errors));
  }
}
