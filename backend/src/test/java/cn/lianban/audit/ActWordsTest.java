package cn.lianban.audit;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the code writes into the trail has words on its screen, and no words stand unused. */
class ActWordsTest {
  private static final Path WORDS = Path.of("../frontend/src/features/audit/act-words.ts");
  private static final Path CODE = Path.of("src/main/java/cn/lianban");

  /** Who writes entries, itself or through its room's own way of doing so. */
  private static final Pattern WRITES =
      Pattern.compile("AuditTrail|InOneStatement|CaseActs|Consultations|Exports ");

  private static final Pattern ACT = Pattern.compile("\"([a-zA-Z_]+\\.[a-z][A-Za-z_-]*[A-Za-z])\"");

  /** Fields of inputs look like acts, and so does one setting. */
  private static final Set<String> NO_ROOMS = Set.of("input", "content", "lianban");

  private static final Pattern FIRST_ARGUMENT = Pattern.compile("\\brecord\\(\\s*([^,;]+?),");

  /** Acts that are put together, each with what stands behind it. */
  private static final Map<String, List<String>> COMPOSED =
      Map.of(
          "WayIn.java \"case.\" + verb",
          of("case.", "cn.lianban.cases.WayIn$Way"),
          "CaseActs.java \"case.\" + action.name().toLowerCase(Locale.ROOT)",
          of("case.", "cn.lianban.cases.CaseAction"),
          "Drafts.java \"item.version-\" + next.name().toLowerCase(java.util.Locale.ROOT)",
          of("item.version-", "cn.lianban.catalog.Publication"),
          "PublicLists.java \"list.\" + verb",
          of("list.", "cn.lianban.catalog.Publication"));

  private static List<String> of(String room, String verbs) {
    try {
      return Stream.of(Class.forName(verbs).getEnumConstants())
          .map(verb -> room + ((Enum<?>) verb).name().toLowerCase(Locale.ROOT))
          .toList();
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @Test
  void everyActThatTheCodeWritesHasWordsAndNoOther() throws IOException {
    Set<String> written = matches(ACT, sources().map(Source::text));
    written.removeIf(act -> NO_ROOMS.contains(act.substring(0, act.indexOf('.'))));
    COMPOSED.values().forEach(written::addAll);

    List<String> words = List.of(Files.readString(WORDS).split("export const "));

    assertThat(written).hasSizeGreaterThan(150);
    Pattern key = Pattern.compile("^  '([^']+)': '.+',$", Pattern.MULTILINE);
    assertThat(matches(key, Stream.of(words.get(1)))).as("Chinese").isEqualTo(written);
    assertThat(matches(key, Stream.of(words.get(2)))).as("English").isEqualTo(written);
  }

  @Test
  void anActThatIsPutTogetherIsAmongTheKnownOnes() throws IOException {
    Set<String> composed =
        sources()
            .flatMap(
                source ->
                    FIRST_ARGUMENT
                        .matcher(source.text())
                        .results()
                        .map(call -> call.group(1))
                        .filter(argument -> argument.contains("+"))
                        .map(argument -> source.name() + " " + argument))
            .collect(toCollection(TreeSet::new));

    assertThat(composed).containsExactlyInAnyOrderElementsOf(COMPOSED.keySet());
  }

  private record Source(String name, String text) {}

  private static Stream<Source> sources() throws IOException {
    try (var files = Files.walk(CODE)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ActWordsTest::source)
          .filter(source -> WRITES.matcher(source.text()).find())
          .toList()
          .stream();
    }
  }

  private static Source source(Path file) {
    try {
      return new Source(file.getFileName().toString(), Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Set<String> matches(Pattern pattern, Stream<String> texts) {
    return texts
        .flatMap(text -> pattern.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }
}
