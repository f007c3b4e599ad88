package cn.lianban.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every paper as PDF and .docx; pictures of them lie in target/papers for whoever wants to look.
 */
class PaperRenderTest {
  private static final Path PICTURES = Path.of("target/papers");
  private static final String URL = "https://lianban.example.cn/progress#5116022611220000173";

  /** One for all: fonts are read when they are needed first. */
  private static final PaperPdf PDF = new PaperPdf(new PaperFonts(""));

  private static Paper paper(PaperKind kind) {
    return PaperPreviews.sample(kind, BuiltInPapers.of(kind), "云溪区", LocalDate.of(2026, 11, 22));
  }

  private static Paper saying(String body) {
    Paper any = paper(PaperKind.RECEIPT);
    return new Paper(
        1,
        1,
        any.kind(),
        any.number(),
        1,
        new PaperText("收件凭证", body),
        any.issuer(),
        any.dated(),
        any.progressPath(),
        1,
        any.printedAt(),
        null,
        false);
  }

  private static String text(byte[] content) throws Exception {
    try (PDDocument document = Loader.loadPDF(content)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @ParameterizedTest
  @EnumSource(PaperKind.class)
  void everyPaperSaysWhatItIsAndItsCodeLeadsToTheCase(PaperKind kind) throws Exception {
    Paper paper = paper(kind);
    byte[] content = PDF.render(paper, URL);
    byte[] picture = PaperPdf.picture(content, 110);
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(kind + ".png"), picture);
    Files.write(PICTURES.resolve(kind + ".pdf"), content);
    Files.write(PICTURES.resolve(kind + ".docx"), PaperDocx.render(paper, URL));

    assertThat(text(content))
        .contains(paper.text().title(), paper.number(), paper.issuer(), "2026年11月22日", "（印章）")
        .contains("古丽·热依木");
    var image = ImageIO.read(new ByteArrayInputStream(picture));
    var code = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    assertThat(
            new QRCodeReader()
                .decode(code, Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                .getText())
        .isEqualTo(URL);
  }

  @ParameterizedTest
  @EnumSource(PaperKind.class)
  void theWordDocumentSaysTheSameInOfficialLayout(PaperKind kind) throws Exception {
    Paper paper = paper(kind);
    try (XWPFDocument document =
            new XWPFDocument(new ByteArrayInputStream(PaperDocx.render(paper, URL)));
        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      assertThat(words.getText())
          .contains(paper.text().title(), paper.number(), "古丽·热依木", "（印章）", "2026年11月22日");
      var margin = document.getDocument().getBody().getSectPr().getPgMar();
      assertThat(List.of(margin.getTop().toString(), margin.getLeft().toString()))
          .containsExactly("2098", "1587");
      assertThat(document.getAllPictures()).hasSize(1);
    }
  }

  /** U+2A700 is the first of extension C, U+30EDD of extension G, which no font here has. */
  @Test
  void aRareCharacterIsDrawnOrShownByItsNumberAndNeverVanishes() throws Exception {
    String rare = Character.toString(0x2A700);
    String none = Character.toString(0x30EDD);
    byte[] content = PDF.render(saying(">" + rare + "某·" + none + "：\n正文"), URL);
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve("rare.png"), PaperPdf.picture(content, 110));

    String seen = text(content);
    assertThat(seen).containsAnyOf(rare, "〔U+2A700〕").contains("某·").contains("〔U+30EDD〕");
  }

  @Test
  void aLongNameAndManyMaterialsGoOnOverThePageAndMarkupIsOnlyText() throws Exception {
    byte[] content =
        PDF.render(
            saying("字".repeat(300) + "\n" + "<b>&amp; \"x\"</b>\n" + "材料\n".repeat(60)), URL);

    try (PDDocument document = Loader.loadPDF(content)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
    }
    assertThat(text(content)).contains("字".repeat(20), "<b>&amp;\"x\"</b>", "—1—", "—3—");
  }

  @Test
  void withoutAFontItSaysSo() {
    PaperFonts none =
        new PaperFonts("") {
          @Override
          boolean isEmpty() {
            return true;
          }
        };

    assertThatThrownBy(() -> new PaperPdf(none).render(paper(PaperKind.RECEIPT), URL))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("NO_FONT");
              assertThat(refused.toUserError().message()).contains("fonts-wqy-zenhei");
            });
  }
}
