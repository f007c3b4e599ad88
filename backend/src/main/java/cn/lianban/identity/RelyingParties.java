package cn.lianban.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.webauthn4j.WebAuthnManager;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The name under which browsers keep passkeys for us: the host of {@code lianban.public-address},
 * else of the address that was asked. A browser signs for the address it shows and no other, so a
 * forged Host header leads to a signature that fits no passkey.
 */
@Component
class RelyingParties {
  private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager();
  private final Cache<String, Party> known = Caffeine.newBuilder().maximumSize(100).build();
  private final String configured;
  private final Passkeys passkeys;

  RelyingParties(@Value("${lianban.public-address:}") String configured, Passkeys passkeys) {
    this.configured = configured.strip();
    this.passkeys = passkeys;
  }

  /** The name and the checks of this request's address. */
  record Party(PublicKeyCredentialRpEntity name, Webauthn4JRelyingPartyOperations checks) {}

  Party current() {
    URI address = URI.create(configured.isEmpty() ? asked() : configured);
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String host = String.valueOf(address.getHost());
    return known.get(address.getScheme() + "://" + host + port, origin -> party(host, origin));
  }

  private Party party(String host, String origin) {
    var name = PublicKeyCredentialRpEntity.builder().id(host).name(SecondFactors.ISSUER).build();
    var checks = new Webauthn4JRelyingPartyOperations(passkeys, passkeys, name, Set.of(origin));
    checks.setWebAuthnManager(MANAGER);
    return new Party(name, checks);
  }

  private static String asked() {
    HttpServletRequest request =
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    boolean usual = request.getServerPort() == (request.getScheme().equals("https") ? 443 : 80);
    return request.getScheme()
        + "://"
        + request.getServerName()
        + (usual ? "" : ":" + request.getServerPort());
  }
}
