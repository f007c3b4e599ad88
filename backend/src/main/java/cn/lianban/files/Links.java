package cn.lianban.files;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Download links: signed, for one person, for five minutes. */
@Component
class Links {
  private static final Duration VALID = Duration.ofMinutes(5);
  private final Secrets secrets;
  private final TenantScope scope;
  private final Now now;

  Links(Secrets secrets, TenantScope scope, Now now) {
    this.secrets = secrets;
    this.scope = scope;
    this.now = now;
  }

  String to(long fileId) {
    long expires = now.instant().plus(VALID).getEpochSecond();
    return DownloadDoor.PATH
        + secrets.signed(fileId + " " + expires + " " + scope.current().actor());
  }

  /** Makes the district's row, when it has none yet. */
  void prepare() {
    scope.write(() -> secrets.signed(""));
  }

  /** The file of a link, when it is this caller's and not over. */
  OptionalLong find(String link) {
    String[] told = secrets.verified(link).orElse("").split(" ", 3);
    boolean his =
        told.length == 3
            && told[2].equals(scope.current().actor())
            && Instant.ofEpochSecond(Long.parseLong(told[1])).isAfter(now.instant());
    return his ? OptionalLong.of(Long.parseLong(told[0])) : OptionalLong.empty();
  }
}
