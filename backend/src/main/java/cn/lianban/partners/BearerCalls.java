package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.DOCUMENT;

import cn.lianban.graphql.PartnerCalls;
import cn.lianban.tenancy.TenantScope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/**
 * A call with a token: its principal is {@code district:account}, as a session's is, so that the
 * district is known before any SQL on a tenant's tables, and the post decides what it may do.
 */
@Component
class BearerCalls implements PartnerCalls, OpaqueTokenIntrospector {
  private static final String CALLER = "partner";
  private final DSLContext sql;
  private final PartnerTokens tokens;
  private final TenantScope scope;
  private final Cache<String, Map<String, String>> documents =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofSeconds(10)).build();

  BearerCalls(DSLContext sql, PartnerTokens tokens, TenantScope scope) {
    this.sql = sql;
    this.tokens = tokens;
    this.scope = scope;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    PartnerTokens.Bearer bearer =
        tokens.bearer(token).orElseThrow(() -> new BadOpaqueTokenException("unknown token"));
    return new DefaultOAuth2AuthenticatedPrincipal(
        bearer.district() + ":" + bearer.account(),
        Map.of(CALLER, new Caller(bearer.clientId(), bearer.name(), bearer.scopes())),
        List.of());
  }

  @Override
  public Optional<Caller> current() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof OAuth2AuthenticatedPrincipal partner
        ? Optional.ofNullable(partner.getAttribute(CALLER))
        : Optional.empty();
  }

  @Override
  public Optional<String> document(String hash) {
    return current()
        .map(caller -> documents.get(caller.clientId(), this::read))
        .map(of -> of.get(hash));
  }

  private Map<String, String> read(String client) {
    scope.current(); // the caller's transaction is open, and he is who he was
    return sql.select(DOCUMENT.SHA256, DOCUMENT.TEXT)
        .from(DOCUMENT)
        .where(DOCUMENT.CLIENT_ID.eq(client))
        .fetchMap(DOCUMENT.SHA256, DOCUMENT.TEXT);
  }

  void forget(String client) {
    documents.invalidate(client);
  }
}
