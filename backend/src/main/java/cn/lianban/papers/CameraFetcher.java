package cn.lianban.papers;

import cn.lianban.api.types.CameraInviteInput;
import cn.lianban.api.types.CameraOpenInput;
import cn.lianban.api.types.CameraUploadInput;
import cn.lianban.files.PublicAddress;
import cn.lianban.files.QrSvg;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Districts;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phone's camera in the API. */
@DgsComponent
class CameraFetcher {
  private final Cameras cameras;
  private final Districts districts;
  private final PublicAddress address;

  CameraFetcher(Cameras cameras, Districts districts, PublicAddress address) {
    this.cameras = cameras;
    this.districts = districts;
    this.address = address;
  }

  @DgsMutation
  InvitePayload cameraInvite(@InputArgument CameraInviteInput input) {
    return Refusals.payload(
        () -> shown(cameras.invite(input)), errors -> new InvitePayload(null, null, null, errors));
  }

  private InvitePayload shown(Cameras.Issued issued) {
    String code = districts.current().orElseThrow().code();
    String link = "/photo/" + code + "/#" + issued.token().text();
    return new InvitePayload(link, QrSvg.of(address.of(link)), issued.expiresAt(), List.of());
  }

  @DgsMutation
  OpenPayload cameraOpen(@InputArgument CameraOpenInput input) {
    return Refusals.payload(
        () -> new OpenPayload(cameras.open(input.getToken()), List.of()),
        errors -> new OpenPayload(null, errors));
  }

  @DgsMutation
  AttachmentFetcher.UploadPayload cameraUpload(@InputArgument CameraUploadInput input) {
    return Refusals.payload(
        () -> new AttachmentFetcher.UploadPayload(cameras.upload(input), List.of()),
        errors -> new AttachmentFetcher.UploadPayload(null, errors));
  }

  record InvitePayload(
      @Nullable String link,
      @Nullable String qrSvg,
      @Nullable Instant expiresAt,
      List<UserError> userErrors) {}

  record OpenPayload(Cameras.@Nullable Subject subject, List<UserError> userErrors) {}
}
