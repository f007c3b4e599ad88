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
import org.jspecify.annotations.Nullable;
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
   * A font in its file. What it holds is read when somebody asks: a large one takes a second and
   * most papers need no rare character.
   */
  static final class Font {
    private final String family;
    private final Path file;
    private @Nullable CmapLookup glyphs;

    Font(String family, Path file) {
      this.family = family;
      this.file = file;
    }

    String family() {
      return family;
    }

    boolean has(int character) {
      return glyphs().getGlyphId(character) != 0;
    }

    private synchronized CmapLookup glyphs() {
      CmapLookup known = glyphs;
      if (known == null) {
        try (TrueTypeFont font = open()) {
          known = font.getUnicodeCmapLookup();
        } catch (IOException broken) {
          throw new UncheckedIOException("font " + file, broken);
        }
        glyphs = known;
      }
      return known;
    }

    /** The font, the first one of a collection; the caller closes it. */
    TrueTypeFont open() throws IOException {
      if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
        return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
      }
      List<String> names = new ArrayList<>();
      TrueTypeCollection.processAllFontHeaders(
          file.toFile(), headers -> names.add(headers.getName()));
      return new TrueTypeCollection(file.toFile()).getFontByName(names.getFirst());
    }
  }

  PaperFonts(@Value("${lianban.papers.font:}") String configured) {
    List<String> text = configured.isBlank() ? TEXT : List.of(configured);
    first(text).ifPresent(file -> fonts.add(new Font("paper", file)));
    if (!configured.isBlank() && fonts.isEmpty()) {
      throw new IllegalArgumentException("lianban.papers.font: no file " + configured);
    }
    if (!configured.isBlank()) {
      fonts.getFirst().has('一'); // a broken file is told at the start
    }
    if (!fonts.isEmpty()) {
      for (String rare : RARE) {
        if (Files.isReadable(Path.of(rare))) {
          fonts.add(new Font("rare" + fonts.size(), Path.of(rare)));
        }
      }
    }
  }

  private static Optional<Path> first(List<String> places) {
    return places.stream().map(Path::of).filter(Files::isReadable).findFirst();
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
