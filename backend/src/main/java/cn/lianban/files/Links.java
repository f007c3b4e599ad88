package cn.lianban.files;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Download links: signed, for one person, for five minutes. */
@Component
class Links {
  private static final String TOKEN = "token:";
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

  /**
   * What a link leads to, when it is this caller's and not over. An applicant has no session: what
   * he was given for his number and password opens for whoever holds it.
   */
  Optional<Target> find(String link) {
    String[] told = secrets.verified(link).orElse("").split(" ", 3);
    boolean open =
        told.length == 3
            && Instant.ofEpochSecond(Long.parseLong(told[1])).isAfter(now.instant())
            && (told[2].startsWith(TOKEN) || told[2].equals(scope.current().actor()));
    return open ? Optional.of(new Target(Long.parseLong(told[0]), told[2])) : Optional.empty();
  }

  /**
   * A file, and in whose name it was asked for.
   *
   * @param actor of {@link cn.lianban.tenancy.Scope}
   */
  record Target(long fileId, String actor) {
    boolean isToken() {
      return actor.startsWith(TOKEN);
    }
  }
}
