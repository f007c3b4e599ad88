package cn.lianban.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenDoorApiTest extends PartnerWorld {
  private static final String[] FORM = {"grant_type", "client_credentials", "scope", "case.read"};

  @Test
  void thirtyWrongSecretsBlockTheAddressForTenMinutesAndNobodyElse() {
    Instant start = Instant.parse("2027-03-01T01:00:00Z");
    now.freeze(start);
    PartnerStory attacker = partner.elsewhere();
    for (int i = 0; i < 30; i++) {
      assertThat(attacker.askToken(partner.clientId, "wrong" + i, FORM).statusCode())
          .isEqualTo(401);
    }

    var refused = attacker.askToken(partner.clientId, partner.secret, FORM);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("600");
    assertThat(refused.body()).contains("slow_down").doesNotContain("access_token");
    assertThat(partner.elsewhere().askToken(partner.clientId, partner.secret, FORM).statusCode())
        .as("the client itself, from its own address")
        .isEqualTo(200);
    now.freeze(start.plus(Duration.ofMinutes(10)));
    assertThat(attacker.askToken(partner.clientId, partner.secret, FORM).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aClientGetsSixtyTokensAMinuteAndItsNeighbourIsNotHindered() {
    Instant start = Instant.parse("2027-03-01T01:00:00Z");
    now.freeze(start);
    PartnerStory other = PartnerStory.registered(port, admin, operator, here, "CASE_READ");
    assertThat(partner.elsewhere().askToken(partner.clientId, "wrong", FORM).statusCode())
        .as("a wrong secret uses nothing up")
        .isEqualTo(401);
    for (int i = 0; i < TokenDoor.MOST_REQUESTS; i++) {
      assertThat(partner.askToken(partner.clientId, partner.secret, FORM).statusCode())
          .isEqualTo(200);
    }

    var refused = partner.askToken(partner.clientId, partner.secret, FORM);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    assertThat(partner.elsewhere().askToken(partner.clientId, partner.secret, FORM).statusCode())
        .as("from another address, too")
        .isEqualTo(429);
    assertThat(other.askToken(other.clientId, other.secret, FORM).statusCode()).isEqualTo(200);
    now.freeze(start.plus(TokenDoor.WINDOW));
    assertThat(partner.askToken(partner.clientId, partner.secret, FORM).statusCode())
        .isEqualTo(200);
  }
}
