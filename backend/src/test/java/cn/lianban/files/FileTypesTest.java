package cn.lianban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileTypesTest {
  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of("%PDF-1.7", "申请表.pdf", "application/pdf", "申请表.pdf"),
        Arguments.of("%PDF-1.7", "扫描件.jpg", "application/pdf", "扫描件.jpg.pdf"),
        Arguments.of("\u00ff\u00d8\u00ff\u00e0", "照片.JPEG", "image/jpeg", "照片.JPEG"),
        Arguments.of("\u0089PNG\r\n\u001a\n", "截图.jpg", "image/png", "截图.jpg.png"),
        Arguments.of("plain words", "说明.txt", "text/plain", "说明.txt"));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void contentDecidesAndTheNameFollows(String begin, String name, String type, String named) {
    FileTypes.Type found = FileTypes.of(octets(begin), name);

    assertThat(found.mediaType()).isEqualTo(type);
    assertThat(FileTypes.named(name, found)).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "MZ\u0090, 身份证.jpg, 可执行程序",
    "\u007fELF\u0002\u0001\u0001, 申请.pdf, 可执行程序",
    "#!/bin/sh, 说明.pdf, 脚本",
    "<html><script>alert(1)</script>, 通知.pdf, 网页",
    "<svg xmlns='http://www.w3.org/2000/svg'/>, 图.svg, 网页",
    "Rar!\u001a\u0007\u0001, 材料.rar, 压缩包"
  })
  void whatIsNeitherPaperNorPictureIsRefusedWithWhatItIs(String begin, String name, String words) {
    assertThatThrownBy(() -> FileTypes.of(octets(begin), name))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.toUserError().message()).contains(name, words));
  }

  @Test
  void textAsWindowsOfficesWriteItIsText() throws Exception {
    String text = "序号,姓名,办件情况\r\n1,欧阳㐂,已受理——请补充材料（二）\r\n";
    byte[] utf16 = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    byte[] long18030 = text.repeat(4_000).getBytes("GB18030");
    byte[] head = java.util.Arrays.copyOf(long18030, FileTypes.HEAD); // ends in half a character

    for (byte[] content : List.of(text.getBytes("GB18030"), utf16, head)) {
      assertThat(FileTypes.of(content, "名单.csv").mediaType()).isEqualTo("text/csv");
      assertThat(FileTypes.of(content, "名单.txt").mediaType()).isEqualTo("text/plain");
      assertThatThrownBy(() -> FileTypes.of(content, "名单.pdf")).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void whatDoesNotDecodeOrHoldsControlCharactersIsNoText() throws Exception {
    byte[] zeros = "名单".getBytes("GB18030");
    zeros[1] = 0;
    byte[] control = ("名单" + (char) 2 + "名单").getBytes("GB18030");
    byte[] random = new byte[4_000];
    new java.util.Random(7).nextBytes(random);

    for (byte[] content : List.of(zeros, control, random)) {
      assertThatThrownBy(() -> FileTypes.of(content, "名单.txt")).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void aZipIsAPaperWhenItsMainPartIsInsideAndNoMacroIs(@TempDir Path folder) throws Exception {
    Path word = zip(folder.resolve("a"), "[Content_Types].xml", "word/document.xml");
    Path macro = zip(folder.resolve("b"), "word/document.xml", "word/vbaProject.bin");
    Path other = zip(folder.resolve("c"), "setup.exe");
    FileTypes.Type docx = FileTypes.of(Files.readAllBytes(word), "申请.docx");

    ZippedPapers.check(word, docx, "申请.docx");
    assertThat(FileTypes.of(Files.readAllBytes(other), "公文.ofd").mediaType())
        .isEqualTo("application/ofd");
    assertThatThrownBy(() -> ZippedPapers.check(macro, docx, "申请.docx"))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.toUserError().message()).contains("宏"));
    assertThatThrownBy(() -> ZippedPapers.check(other, docx, "申请.docx"))
        .isInstanceOf(Rejected.class);
    byte[] archive = Files.readAllBytes(other);
    assertThatThrownBy(() -> FileTypes.of(archive, "材料.zip"))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.toUserError().message()).contains("压缩包"));
  }

  private static Path zip(Path file, String... entries) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write('x');
      }
    }
    return file;
  }

  @Test
  void namesLoseFoldersAndTurnedAroundEndings() {
    assertThat(FileNames.clean("C:\\fake\\..\\身份证\u202Egpj.exe")).isEqualTo("身份证gpj.exe");
    assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileNames.clean("古丽·热依木𪚥.pdf")).isEqualTo("古丽·热依木𪚥.pdf");
    assertThatThrownBy(() -> FileNames.clean(" \u0000 ")).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> FileNames.clean("字".repeat(300) + ".pdf"))
        .isInstanceOf(Rejected.class);
    assertThat(FileNames.disposition(false, "a\"b\r\n.pdf"))
        .isEqualTo("attachment; filename=\"file.pdf\"; filename*=UTF-8''a%22b%0D%0A.pdf");
  }
}
