package cn.lianban.files;

import cn.lianban.graphql.Rejected;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;

/**
 * What a file is, by its content; its name only tells apart what the content leaves open. Documents
 * and pictures are taken, everything else is refused with what it really is.
 */
final class FileTypes {
  /** As many bytes as a decision on the type needs. */
  static final int HEAD = 64 * 1024;

  private static final Tika TIKA = new Tika();
  private static final Map<String, Type> BY_CONTENT = new HashMap<>();
  private static final Map<String, Type> COMPOUND = new HashMap<>();
  private static final Map<String, Type> ZIPPED = new HashMap<>();
  private static final Map<String, Type> TEXT = new HashMap<>();
  private static final Set<String> JPEG = Set.of("jpg", "jpeg", "jpe");

  /**
   * @param mediaType as it is served
   * @param extension as it is named
   */
  record Type(String mediaType, String extension) {
    boolean isZip() {
      return ZIPPED.containsKey(extension);
    }
  }

  static {
    add(BY_CONTENT, "pdf", "application/pdf");
    add(BY_CONTENT, "jpg", "image/jpeg");
    add(BY_CONTENT, "png", "image/png");
    add(BY_CONTENT, "gif", "image/gif");
    add(BY_CONTENT, "bmp", "image/bmp");
    add(BY_CONTENT, "webp", "image/webp");
    add(BY_CONTENT, "tif", "image/tiff");
    add(BY_CONTENT, "heic", "image/heic");
    add(COMPOUND, "doc", "application/msword");
    add(COMPOUND, "xls", "application/vnd.ms-excel");
    add(COMPOUND, "ppt", "application/vnd.ms-powerpoint");
    add(COMPOUND, "wps", "application/vnd.ms-works");
    add(COMPOUND, "et", "application/vnd.ms-excel");
    String office = "application/vnd.openxmlformats-officedocument.";
    add(ZIPPED, "docx", office + "wordprocessingml.document");
    add(ZIPPED, "xlsx", office + "spreadsheetml.sheet");
    add(ZIPPED, "pptx", office + "presentationml.presentation");
    add(ZIPPED, "ofd", "application/ofd");
    add(TEXT, "txt", "text/plain");
    add(TEXT, "csv", "text/csv");
  }

  private FileTypes() {}

  private static void add(Map<String, Type> kind, String extension, String mediaType) {
    kind.put(kind == BY_CONTENT ? mediaType : extension, new Type(mediaType, extension));
  }

  /**
   * The type by the first {@link #HEAD} bytes. Of a zip it is what the name says: {@link
   * ZippedPapers} looks inside once it is complete.
   *
   * @throws Rejected FILE_TYPE with what the content is
   */
  static Type of(byte[] head, String name) {
    String content = TIKA.detect(head);
    if (content.equals("application/octet-stream") && PlainText.is(head)) {
      content = "text/plain";
    }
    Type plain = BY_CONTENT.get(content);
    if (plain != null) {
      return plain;
    }
    String extension = extension(name);
    Type told = among(content).get(extension);
    if (told == null) {
      throw refused(name, words(content));
    }
    return told;
  }

  private static Map<String, Type> among(String content) {
    if (content.equals("application/zip") || content.contains("ooxml")) {
      return ZIPPED;
    }
    if (content.startsWith("application/x-tika-msoffice")) {
      return COMPOUND;
    }
    return content.equals("text/plain") ? TEXT : Map.of();
  }

  /** The name with the extension of what the file really is. */
  static String named(String name, Type type) {
    String extension = extension(name);
    boolean fits =
        extension.equals(type.extension())
            || type.extension().equals("jpg") && JPEG.contains(extension)
            || type.extension().equals("tif") && extension.equals("tiff")
            || type.extension().equals("heic") && extension.equals("heif");
    return fits ? name : name + "." + type.extension();
  }

  static Rejected refused(String name, String what) {
    return new Rejected(
        "FILE_TYPE",
        "name",
        "「" + name + "」的内容是" + what + "，不能上传。可上传 PDF、OFD、图片、Word、Excel、演示文稿、文本；改扩展名不能改变内容");
  }

  private static String words(String content) {
    if (content.matches(
        ".*(msdownload|dosexec|executable|elf|mach-o|sharedlib|x-msi|x-object).*")) {
      return "可执行程序";
    }
    if (content.matches(".*(x-sh|javascript|x-bat|x-python|x-perl|java-archive|x-php).*")) {
      return "脚本或程序包";
    }
    if (content.matches(".*(html|xml|svg).*")) {
      return "网页或可执行脚本的图形";
    }
    if (content.matches(".*(zip|rar|7z|gzip|tar|compress).*")) {
      return "压缩包（请解压后逐个上传）";
    }
    if (content.startsWith("video/") || content.startsWith("audio/")) {
      return "音视频";
    }
    return content.startsWith("text/") ? "文本，与扩展名不符" : "无法识别的类型";
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
