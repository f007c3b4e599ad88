package cn.lianban.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** An authenticator in software: ES256, attestation "none", a counter that a test may turn back. */
final class SoftPasskey {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final CBORMapper CBOR = CBORMapper.shared();
  private final String origin;
  private final KeyPair keys;
  private final byte[] id = new byte[32];
  private String handle = "";
  int counter = 1;
  boolean verifiesItsOwner = true;

  SoftPasskey(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What navigator.credentials.create would answer. */
  String create(String options) {
    JsonNode asked = JSON.readTree(options);
    handle = asked.at("/user/id").asString();
    byte[] data = data(asked.at("/rp/id").asString(), true);
    Map<String, Object> attestation = new LinkedHashMap<>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", data);
    return answer(
        Map.of(
            "clientDataJSON",
            coded(client("webauthn.create", asked.get("challenge").asString())),
            "attestationObject",
            coded(CBOR.writeValueAsBytes(attestation))));
  }

  /** What navigator.credentials.get would answer. */
  String get(String options) {
    JsonNode asked = JSON.readTree(options);
    byte[] client = client("webauthn.get", asked.get("challenge").asString());
    byte[] data = data(asked.get("rpId").asString(), false);
    return answer(
        Map.of(
            "clientDataJSON", coded(client),
            "authenticatorData", coded(data),
            "signature", coded(signed(joined(data, sha256(client)))),
            "userHandle", handle));
  }

  private String answer(Map<String, Object> response) {
    return JSON.writeValueAsString(
        Map.of(
            "id", coded(id),
            "rawId", coded(id),
            "type", "public-key",
            "clientExtensionResults", Map.of(),
            "response", response));
  }

  private byte[] client(String type, String challenge) {
    return JSON.writeValueAsString(Map.of("type", type, "challenge", challenge, "origin", origin))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** W3C WebAuthn, 6.1: RP id hash, flags, counter, and the key of a new one. */
  private byte[] data(String rp, boolean fresh) {
    int flags = 0x01 | (verifiesItsOwner ? 0x04 : 0) | (fresh ? 0x40 : 0);
    byte[] head =
        ByteBuffer.allocate(37)
            .put(sha256(rp.getBytes(StandardCharsets.UTF_8)))
            .put((byte) flags)
            .putInt(counter++)
            .array();
    if (!fresh) {
      return head;
    }
    byte[] attested = ByteBuffer.allocate(18).put(new byte[16]).putShort((short) id.length).array();
    return joined(head, attested, id, coseKey());
  }

  private byte[] coseKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    Map<Integer, Object> cose = new LinkedHashMap<>();
    cose.put(1, 2);
    cose.put(3, -7);
    cose.put(-1, 1);
    cose.put(-2, fixed(key.getW().getAffineX().toByteArray()));
    cose.put(-3, fixed(key.getW().getAffineY().toByteArray()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xa5); // a map of five with small integer keys, which a mapper would write as texts
    cose.forEach(
        (name, value) -> {
          out.writeBytes(CBOR.writeValueAsBytes(name));
          out.writeBytes(CBOR.writeValueAsBytes(value));
        });
    return out.toByteArray();
  }

  private static byte[] fixed(byte[] number) {
    byte[] wide = new byte[32];
    int from = Math.max(0, number.length - 32);
    System.arraycopy(number, from, wide, 32 - (number.length - from), number.length - from);
    return wide;
  }

  private byte[] signed(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String coded(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
