package cn.lianban.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into a complete zip: an office or OFD paper has its main part and carries no program. */
final class ZippedPapers {
  private static final Map<String, String> MAIN_PART =
      Map.of("docx", "word/", "xlsx", "xl/", "pptx", "ppt/", "ofd", "OFD.xml");

  private ZippedPapers() {}

  /**
   * Reads the directory of the archive only.
   *
   * @throws cn.lianban.graphql.Rejected FILE_TYPE when it is another archive, broken, or with
   *     macros
   */
  static void check(Path file, FileTypes.Type type, String name) throws IOException {
    String part = MAIN_PART.get(type.extension());
    boolean found = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        found |= part != null && entry.getName().startsWith(part);
        if (entry.getName().endsWith("vbaProject.bin")) {
          throw FileTypes.refused(name, "带宏程序的文档");
        }
      }
    } catch (ZipException broken) {
      throw FileTypes.refused(name, "损坏的文件");
    }
    if (!found) {
      throw FileTypes.refused(name, "压缩包（请解压后逐个上传）");
    }
  }
}
