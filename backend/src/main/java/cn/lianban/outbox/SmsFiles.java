package cn.lianban.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A gateway for trying out: each SMS is a file, a repetition the same file. */
final class SmsFiles implements SmsGateway {
  private final Path folder;

  SmsFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Answer send(String mobile, String text, UUID sentAs) {
    if (!Recipient.isMobile(mobile)) {
      return Answer.refused(null, "号码无效");
    }
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(sentAs + ".part");
      Files.writeString(part, mobile + "\n" + text + "\n");
      Files.move(
          part, folder.resolve(sentAs + ".txt"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      return Answer.sent(null);
    } catch (IOException failed) {
      return Answer.again(null, "短信目录不可写", null);
    }
  }
}
