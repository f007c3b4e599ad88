package cn.lianban.partners;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Of whom an application's access token speaks (OpenID Connect Core 1.0, 5.3). */
@RestController
class UserInfoDoor {
  private static final String SCHEME = "Bearer ";
  private final SignIns signIns;
  private final ApplicationUsers users;

  UserInfoDoor(SignIns signIns, ApplicationUsers users) {
    this.signIns = signIns;
    this.users = users;
  }

  /** 401 without a token that is worth something. */
  @GetMapping("/userinfo")
  ResponseEntity<Map<String, Object>> about(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return refused();
    }
    return signIns
        .bearer(header.substring(SCHEME.length()).strip())
        .map(bearer -> ResponseEntity.ok(users.claims(bearer.who(), bearer.scopes())))
        .orElseGet(UserInfoDoor::refused);
  }

  private static ResponseEntity<Map<String, Object>> refused() {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
        .build();
  }
}
