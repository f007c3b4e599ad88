package cn.lianban.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The fonts of printed papers: one for text, others for rare characters, looked for where systems
 * keep them. A character that no font has is shown by its number, never dropped.
 */
@Component
class PaperFonts {
  private static final List<String> TEXT =
      List.of(
          "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
          "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc",
          "/usr/share/fonts/wenquanyi/wqy-zenhei/wqy-zenhei.ttc",
          "C:/Windows/Fonts/simfang.ttf",
          "/System/Library/Fonts/Supplemental/Songti.ttc");
  private static final List<String> RARE =
      List.of(
          "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
          "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
          "/usr/share/fonts/hanazono/HanaMinB.ttf",
          "C:/Windows/Fonts/simsunb.ttf");
  private final List<Font> fonts = new ArrayList<>();

  /**
   * @param glyphs which characters it has
   */
  record Font(String family, Path file, CmapLookup glyphs) {
    boolean has(int character) {
      return glyphs.getGlyphId(character) != 0;
    }
  }

  PaperFonts(@Value("${lianban.papers.font:}") String configured) {
    List<String> text = configured.isBlank() ? TEXT : List.of(configured);
    first(text).ifPresent(file -> fonts.add(font("paper", file)));
    if (!configured.isBlank() && fonts.isEmpty()) {
      throw new IllegalArgumentException("lianban.papers.font: no file " + configured);
    }
    if (!fonts.isEmpty()) {
      for (String rare : RARE) {
        if (Files.isReadable(Path.of(rare))) {
          fonts.add(font("rare" + fonts.size(), Path.of(rare)));
        }
      }
    }
  }

  private static Optional<Path> first(List<String> places) {
    return places.stream().map(Path::of).filter(Files::isReadable).findFirst();
  }

  private static Font font(String family, Path file) {
    try (TrueTypeFont font = open(file)) {
      return new Font(family, file, font.getUnicodeCmapLookup());
    } catch (IOException broken) {
      throw new UncheckedIOException("font " + file, broken);
    }
  }

  /** The font, the first one of a collection; the caller closes it. */
  static TrueTypeFont open(Path file) throws IOException {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
      return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    }
    TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
    List<TrueTypeFont> found = new ArrayList<>();
    collection.processAllFonts(found::add);
    return found.getFirst();
  }

  boolean isEmpty() {
    return fonts.isEmpty();
  }

  /** The text font, and those rare ones that this text needs. */
  List<Font> needed(String text) {
    return fonts.stream().filter(font -> font == fonts.getFirst() || isNeeded(font, text)).toList();
  }

  private boolean isNeeded(Font rare, String text) {
    return text.codePoints()
        .anyMatch(one -> one > ' ' && owner(one).filter(rare::equals).isPresent());
  }

  private Optional<Font> owner(int character) {
    return fonts.stream().filter(font -> font.has(character)).findFirst();
  }

  /** The text with every character that no font has as 〔U+2A700〕. */
  String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            one -> {
              if (one <= ' ' || owner(one).isPresent()) {
                shown.appendCodePoint(one);
              } else {
                shown.append(String.format(Locale.ROOT, "〔U+%04X〕", one));
              }
            });
    return shown.toString();
  }
}
