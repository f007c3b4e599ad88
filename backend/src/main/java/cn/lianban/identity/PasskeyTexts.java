package cn.lianban.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What browsers are asked for and answer, as JSON. The device must check its owner (finger, PIN): a
 * passkey is both steps of a sign-in.
 */
@Component
class PasskeyTexts {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  String request(RelyingParties.Party party, Bytes challenge) {
    return json.writeValueAsString(requestOptions(party, challenge));
  }

  PublicKeyCredentialRequestOptions requestOptions(RelyingParties.Party party, Bytes challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .challenge(challenge)
        .rpId(party.name().getId())
        .allowCredentials(List.of())
        .userVerification(UserVerificationRequirement.REQUIRED)
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .timeout(PATIENCE)
        .build();
  }

  String creation(PublicKeyCredentialCreationOptions options) {
    return json.writeValueAsString(options);
  }

  /**
   * @param known passkeys the account has: a device that holds one offers itself no second time
   */
  static PublicKeyCredentialCreationOptions creationOptions(
      RelyingParties.Party party,
      PublicKeyCredentialUserEntity user,
      Bytes challenge,
      List<PublicKeyCredentialDescriptor> known) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(party.name())
        .user(user)
        .challenge(challenge)
        .pubKeyCredParams(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .attestation(AttestationConveyancePreference.NONE)
        .excludeCredentials(known)
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .timeout(PATIENCE)
        .build();
  }

  /**
   * @throws BadCredentialsException when it is none
   */
  PublicKeyCredential<AuthenticatorAssertionResponse> assertion(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JacksonException | IllegalArgumentException unreadable) {
      throw new BadCredentialsException("unreadable", unreadable);
    }
  }

  /**
   * @throws BadCredentialsException when it is none
   */
  PublicKeyCredential<AuthenticatorAttestationResponse> attestation(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JacksonException | IllegalArgumentException unreadable) {
      throw new BadCredentialsException("unreadable", unreadable);
    }
  }
}
