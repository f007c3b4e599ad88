package cn.lianban.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that must be read again (AES-256-GCM): whoever has the database alone, or a backup
 * of it, has none of them. The key is {@code lianban.secret-key}, 32 bytes in Base64, or a file in
 * the data folder made when first needed; instances on several machines share the setting.
 */
@Component
public class SecretBox {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  @Autowired
  SecretBox(
      @Value("${lianban.secret-key:}") String configured,
      @Value("${lianban.database.directory:data}") String directory) {
    this(
        Base64.getDecoder()
            .decode(configured.isBlank() ? kept(Path.of(directory)) : configured.strip()));
  }

  SecretBox(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("lianban.secret-key: 32 bytes in Base64");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * @param place where the sealed bytes are kept, {@code totp:5:17}: moved elsewhere they open no
   *     more
   */
  public byte[] seal(String place, byte[] secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] body = run(Cipher.ENCRYPT_MODE, place, nonce, secret);
    byte[] sealed = new byte[1 + NONCE + body.length];
    sealed[0] = VERSION;
    System.arraycopy(nonce, 0, sealed, 1, NONCE);
    System.arraycopy(body, 0, sealed, 1 + NONCE, body.length);
    return sealed;
  }

  /**
   * @throws IllegalStateException when the key is another one, or the bytes were changed or moved
   */
  public byte[] open(String place, byte[] sealed) {
    if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
      throw new IllegalStateException("not sealed by this version");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    byte[] body = Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length);
    return run(Cipher.DECRYPT_MODE, place, nonce, body);
  }

  private byte[] run(int mode, String place, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("cannot open what is kept at " + place, failed);
    }
  }

  /** Two instances may start at once in one folder: the second reads the first one's file. */
  private static String kept(Path directory) {
    Path file = directory.resolve("secret-key");
    try {
      if (!Files.exists(file)) {
        make(directory, file);
      }
      return Files.readString(file).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException("lianban.secret-key is not set, and " + file, failed);
    }
  }

  private static void make(Path directory, Path file) throws IOException {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    Files.createDirectories(directory);
    Path draft =
        Files.createTempFile(
            directory,
            "secret-key",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Base64.getEncoder().encodeToString(fresh) + "\n");
    try {
      Files.createLink(file, draft); // whole or not at all, and never over another one
    } catch (FileAlreadyExistsException faster) {
      // somebody else's key holds
    } finally {
      Files.delete(draft);
    }
  }
}
