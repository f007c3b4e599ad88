package cn.lianban.papers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A paper as .docx in the layout of GB/T 9704, by the fonts it names (小标宋, 仿宋_GB2312): an office
 * has them, a server need not.
 */
final class PaperDocx {
  private static final String TITLE = "方正小标宋简体";
  private static final String TEXT = "仿宋_GB2312";
  private static final double TWIPS_PER_MM = 1440 / 25.4;

  private PaperDocx() {}

  static byte[] render(Paper paper, String url) {
    try (XWPFDocument document = new XWPFDocument()) {
      page(document);
      line(document, ParagraphAlignment.CENTER, TITLE, 22, paper.issuer());
      line(document, ParagraphAlignment.CENTER, TITLE, 22, paper.text().title());
      line(document, ParagraphAlignment.CENTER, TEXT, 16, paper.number()).setSpacingAfter(400);
      for (PaperText.Paragraph one : paper.text().paragraphs()) {
        XWPFParagraph paragraph = line(document, ParagraphAlignment.BOTH, TEXT, 16, one.text());
        if (!one.flush()) {
          paragraph.setIndentationFirstLine(640); // two characters of 16 pt
        }
      }
      foot(document, paper, url);
      footer(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    } catch (IOException | InvalidFormatException impossible) {
      throw new UncheckedIOException(new IOException(impossible));
    }
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(twips(210));
    size.setH(twips(297));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(twips(37));
    margin.setRight(twips(26));
    margin.setBottom(twips(35));
    margin.setLeft(twips(28));
  }

  private static BigInteger twips(double millimetres) {
    return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_MM));
  }

  private static XWPFParagraph line(
      XWPFDocument document, ParagraphAlignment alignment, String font, int size, String text) {
    return written(document.createParagraph(), alignment, font, size, text);
  }

  private static XWPFParagraph written(
      XWPFParagraph paragraph, ParagraphAlignment alignment, String font, int size, String text) {
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBetween(size >= 16 ? 28 : 16, LineSpacingRule.EXACT);
    XWPFRun run = paragraph.createRun();
    for (XWPFRun.FontCharRange range : XWPFRun.FontCharRange.values()) {
      run.setFontFamily(font, range);
    }
    run.setFontSize(size);
    run.setText(text);
    return paragraph;
  }

  private static void foot(XWPFDocument document, Paper paper, String url)
      throws IOException, InvalidFormatException {
    XWPFTable table = document.createTable(1, 2);
    table.removeBorders();
    table.setWidth("100%");
    XWPFTableCell code = table.getRow(0).getCell(0);
    XWPFParagraph picture = code.getParagraphs().getFirst();
    picture.setAlignment(ParagraphAlignment.CENTER);
    int side = Units.toEMU(32 * 72 / 25.4);
    picture
        .createRun()
        .addPicture(
            new ByteArrayInputStream(QrPng.of(url)),
            Document.PICTURE_TYPE_PNG,
            "progress.png",
            side,
            side);
    written(code.addParagraph(), ParagraphAlignment.CENTER, TEXT, 10, "扫码查询办理进度");
    XWPFTableCell seal = table.getRow(0).getCell(1);
    seal.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
    XWPFParagraph place = seal.getParagraphs().getFirst();
    written(place, ParagraphAlignment.CENTER, TEXT, 12, "（印章）").setSpacingAfter(700);
    written(seal.addParagraph(), ParagraphAlignment.CENTER, TEXT, 16, paper.issuer());
    String day = Paper.inWords(paper.dated());
    written(seal.addParagraph(), ParagraphAlignment.CENTER, TEXT, 16, day);
  }

  /** "— 1 —" in size 4. */
  private static void footer(XWPFDocument document) {
    XWPFParagraph paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    written(paragraph, ParagraphAlignment.CENTER, TEXT, 14, "— ");
    paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    written(paragraph, ParagraphAlignment.CENTER, TEXT, 14, " —");
  }
}
