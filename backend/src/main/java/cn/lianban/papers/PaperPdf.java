package cn.lianban.papers;

import cn.lianban.graphql.Rejected;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * A paper as PDF in the layout of GB/T 9704: A4, margins 37/26/35/28 mm, title in size 2 (22 pt),
 * text in size 3 (16 pt) at 28 pt a line, the date under the issuer with the place for the seal.
 */
@Component
class PaperPdf {
  private static final String STYLE =
      """
      @page { size: A4; margin: 37mm 26mm 35mm 28mm;
        @bottom-center { content: "— " counter(page) " —"; font-family: %1$s; font-size: 14pt } }
      body { margin: 0; font-family: %1$s; font-size: 16pt; line-height: 28pt }
      h1 { margin: 0; font-size: 22pt; line-height: 32pt; font-weight: normal; text-align: center }
      .number { margin: 14pt 0 20pt; text-align: center }
      p { margin: 0; text-indent: 32pt; text-align: justify; word-wrap: break-word }
      p.flush { text-indent: 0; text-align: left }
      table { width: 100%%; margin-top: 28pt; page-break-inside: avoid; border-collapse: collapse }
      td { vertical-align: bottom; padding: 0 }
      td.code { width: 46mm; font-size: 10pt; line-height: 14pt; text-align: center }
      td.code img { width: 32mm; height: 32mm }
      td.seal { text-align: center; padding-left: 20mm }
      .place { color: #777; font-size: 12pt; line-height: 20pt; padding-bottom: 12mm }
      """;

  /** Two at a time: a paper is a burst of work and memory. */
  private final Semaphore places = new Semaphore(2);

  private final PaperFonts fonts;

  PaperPdf(PaperFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * @param url what the QR code says
   * @throws Rejected NO_FONT when this machine has no Chinese font for papers
   */
  byte[] render(Paper paper, String url) {
    if (fonts.isEmpty()) {
      throw new Rejected(
          "NO_FONT", null, "服务器没有可用的中文 TrueType 字体，请管理员安装 fonts-wqy-zenhei 或设置 LIANBAN_PAPER_FONT");
    }
    places.acquireUninterruptibly();
    try {
      return write(paper, url);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      places.release();
    }
  }

  private byte[] write(Paper paper, String url) throws IOException {
    String content = content(paper, url);
    List<PaperFonts.Font> needed = fonts.needed(content);
    String families = needed.stream().map(PaperFonts.Font::family).collect(Collectors.joining(","));
    String html =
        "<html><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
            .formatted(escaped(paper.text().title()), STYLE.formatted(families), content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder().usePDDocument(document);
      for (PaperFonts.Font font : needed) {
        TrueTypeFont opened = font.open();
        document.registerTrueTypeFontForClosing(opened);
        PDType0Font embedded = PDType0Font.load(document, opened, true);
        builder.useFont(new PDFontSupplier(embedded), font.family());
      }
      builder.withHtmlContent(html, null).toStream(out).run();
    }
    return out.toByteArray();
  }

  private String content(Paper paper, String url) {
    StringBuilder text = new StringBuilder();
    text.append("<h1>").append(shown(paper.issuer())).append("<br/>");
    text.append(shown(paper.text().title())).append("</h1>");
    text.append("<div class=\"number\">").append(shown(paper.number())).append("</div>");
    for (PaperText.Paragraph one : paper.text().paragraphs()) {
      text.append(one.flush() ? "<p class=\"flush\">" : "<p>");
      text.append(shown(one.text())).append("</p>");
    }
    return text.append(foot(paper, url)).toString();
  }

  private String foot(Paper paper, String url) {
    return """
        <table><tr><td class="code"><img src="data:image/png;base64,%s"/><br/>扫码查询办理进度</td>
        <td class="seal"><div class="place">（印章）</div>%s<br/>%s</td></tr></table>"""
        .formatted(
            Base64.getEncoder().encodeToString(QrPng.of(url)),
            shown(paper.issuer()),
            Paper.inWords(paper.dated()));
  }

  private String shown(String text) {
    return escaped(fonts.visible(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The first page as a picture, for a preview. */
  static byte[] picture(byte[] pdf, int dotsPerInch) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return QrPng.png(
          new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.GRAY));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
