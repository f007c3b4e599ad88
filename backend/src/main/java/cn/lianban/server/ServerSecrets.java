package cn.lianban.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Random passwords of the embedded server's roles, made at its first start, readable by its user
 * only.
 */
record ServerSecrets(String superuser, String owner, String app) {

  static ServerSecrets in(Path home) throws IOException {
    Path file = home.resolve("secrets");
    if (!Files.exists(file)) {
      Path fresh =
          Files.createTempFile(
              home,
              "secrets",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, random() + "\n" + random() + "\n" + random() + "\n");
      Files.move(fresh, file);
    }
    List<String> lines = Files.readAllLines(file);
    return new ServerSecrets(lines.get(0), lines.get(1), lines.get(2));
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
