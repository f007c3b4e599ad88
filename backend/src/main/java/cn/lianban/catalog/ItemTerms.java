package cn.lianban.catalog;

import com.github.promeg.pinyinhelper.Pinyin;
import com.github.promeg.pinyinhelper.PinyinMapDict;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an item is found by: every suffix of its name, of the name's pinyin (from each syllable) and
 * of its initials, and its code. A search is then a range over these terms, which row-level
 * security lets use the index; a LIKE it would not.
 */
final class ItemTerms {
  /** Longer searches are cut: their first 64 characters decide. */
  static final int LENGTH = 64;

  /** The last code point there is: sorts after everything that begins with the same characters. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** Stands for a rare character outside the basic plane, which nobody spells. */
  private static final String UNREAD = "〓";

  static {
    Pinyin.init(Pinyin.newConfig().with(new Readings()));
  }

  private ItemTerms() {}

  /** Case, width and blanks do not count. */
  static String normalize(String text) {
    return cut(plain(text));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", "");
  }

  /** The end of the range that begins with a normalised search; it does not belong to it. */
  static String end(String normalized) {
    return normalized + LAST;
  }

  static Set<String> of(String code, String name) {
    Set<String> terms = new TreeSet<>();
    terms.add(normalize(code));
    List<String> characters = plain(name).codePoints().mapToObj(Character::toString).toList();
    List<String> syllables = syllables(characters);
    for (int i = 0; i < characters.size(); i++) {
      terms.add(joined(characters, i));
      terms.add(joined(syllables, i));
      terms.add(joined(syllables.stream().map(ItemTerms::initial).toList(), i));
    }
    return terms;
  }

  private static List<String> syllables(List<String> characters) {
    // one char each, so that readings and characters stay side by side
    String text =
        characters.stream()
            .map(one -> one.length() == 1 ? one : UNREAD)
            .collect(Collectors.joining());
    return Arrays.stream(Pinyin.toPinyin(text, " ").split(" ", -1))
        .map(reading -> reading.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String initial(String syllable) {
    return syllable.isEmpty() ? "" : syllable.substring(0, syllable.offsetByCodePoints(0, 1));
  }

  private static String joined(List<String> parts, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < parts.size() && text.length() < LENGTH; i++) {
      text.append(parts.get(i));
    }
    return cut(text.toString());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LENGTH));
  }

  /** Words of service lists that are not read character by character. */
  private static final class Readings extends PinyinMapDict {
    @Override
    public Map<String, String[]> mapping() {
      return Map.ofEntries(
          Map.entry("给付", new String[] {"JI", "FU"}),
          Map.entry("供给", new String[] {"GONG", "JI"}),
          Map.entry("银行", new String[] {"YIN", "HANG"}),
          Map.entry("行业", new String[] {"HANG", "YE"}),
          Map.entry("商行", new String[] {"SHANG", "HANG"}),
          Map.entry("会计", new String[] {"KUAI", "JI"}),
          Map.entry("增长", new String[] {"ZENG", "ZHANG"}),
          Map.entry("家长", new String[] {"JIA", "ZHANG"}),
          Map.entry("重新", new String[] {"CHONG", "XIN"}),
          Map.entry("重组", new String[] {"CHONG", "ZU"}),
          Map.entry("重建", new String[] {"CHONG", "JIAN"}),
          Map.entry("重复", new String[] {"CHONG", "FU"}),
          Map.entry("调解", new String[] {"TIAO", "JIE"}),
          Map.entry("调整", new String[] {"TIAO", "ZHENG"}),
          Map.entry("传记", new String[] {"ZHUAN", "JI"}),
          Map.entry("音乐", new String[] {"YIN", "YUE"}),
          Map.entry("娱乐", new String[] {"YU", "LE"}),
          Map.entry("宿舍", new String[] {"SU", "SHE"}),
          Map.entry("校对", new String[] {"JIAO", "DUI"}),
          Map.entry("核查", new String[] {"HE", "CHA"}));
    }
  }
}
