package cn.lianban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.test.util.ReflectionTestUtils;

/** The house's plan (design.md, sections 2, 3 and 6), and that each rule sees its fault. */
class ArchitectureTest {
  private static final int LONGEST_FILE = 300;
  private static final ApplicationModules ROOMS =
      ApplicationModules.of(
          LianbanApplication.class,
          JavaClass.Predicates.resideInAnyPackage("cn.lianban.api..", "cn.lianban.db.."));

  /** What Modulith has read; reading it a second time takes as long as all the rules. */
  private static final JavaClasses HOUSE =
      Objects.requireNonNull(
          (JavaClasses)
              ReflectionTestUtils.getField(ROOMS, ApplicationModules.class, "allClasses"));

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  /** Each rule, and a word of the planted class that breaks it. */
  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(HouseRules.noPlainSql(), "PlainSqlWriter"),
        Arguments.of(HouseRules.noPlainSql(), "StatementWriter"),
        Arguments.of(HouseRules.ownTablesOnly(), "NeighboursTables"),
        Arguments.of(HouseRules.noBannedSuffix(), "CaseManager"),
        Arguments.of(HouseRules.fetchersArePrivate(), "PublicFetcher"),
        Arguments.of(HouseRules.generatedTypesStayAtTheDoor(), "GeneratedAnswer"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void thePlantedClassIsSeen(ArchRule rule, String planted) {
    assertThatThrownBy(() -> rule.check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted);
  }

  @Test
  void theHouseKeepsEveryRule() {
    rules()
        .map(one -> (ArchRule) one.get()[0])
        .collect(Collectors.toMap(ArchRule::getDescription, rule -> rule, (same, again) -> same))
        .values()
        .forEach(rule -> rule.check(HOUSE));
  }

  /** What Modulith reads is what the rules are for: the house, without tests and generated code. */
  @Test
  void theHouseIsReadWhole() throws IOException {
    assertThat(HOUSE.contain(LianbanApplication.class)).isTrue();
    try (Stream<Path> files = Files.walk(Path.of("target/classes/cn/lianban"))) {
      assertThat(
              files
                  .map(Path::toString)
                  .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                  .filter(file -> !file.contains("/lianban/api/") && !file.contains("/lianban/db/"))
                  .count())
          .isEqualTo(HOUSE.stream().filter(ArchitectureTest::isOurs).count());
    }
    assertThat(HOUSE).noneMatch(type -> type.getSimpleName().endsWith("ApiTest"));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getName().startsWith("cn.lianban.") && !type.getName().endsWith("package-info");
  }

  @Test
  void roomsKnowOnlyEarlierRooms() {
    ROOMS.verify();
  }

  @Test
  void aRoomThatKnowsALaterOneIsSeen() {
    Violations seen =
        ApplicationModules.of("planted", ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .detectViolations();

    assertThat(seen.getMessages()).anyMatch(words -> words.contains("tenant"));
  }

  @Test
  void everyRoomHasItsCharter() throws IOException {
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/cn/lianban"))) {
      assertThat(rooms.filter(Files::isDirectory))
          .allSatisfy(
              room ->
                  assertThat(Files.readString(room.resolve("package-info.java")))
                      .contains("/**", "@NullMarked", "@ApplicationModule"));
    }
  }

  @Test
  void noFileIsLongerThanThreeHundredLines() throws IOException {
    assertThat(tooLong(Path.of("src"))).isEmpty();
  }

  @Test
  void aLongFileIsSeen(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Long.java"), "\n".repeat(LONGEST_FILE + 1));

    assertThat(tooLong(folder)).hasSize(1);
  }

  /** An aim, not a rule: printed, so that a room which opens up too much is noticed. */
  @Test
  void theShareOfPublicTypesIsReported() {
    Map<String, int[]> rooms = new TreeMap<>();
    for (JavaClass type : HOUSE) {
      if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
        int[] count = rooms.computeIfAbsent(HouseRules.room(type), room -> new int[2]);
        count[0] += HouseRules.isPublicTopLevel(type) ? 1 : 0;
        count[1]++;
      }
    }
    rooms.forEach(
        (room, count) ->
            System.out.printf("public types: %-12s %d of %d%n", room, count[0], count[1]));
    assertThat(rooms).containsKeys("tenancy", "graphql", "clock");
  }

  private static List<String> tooLong(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> lines(file) > LONGEST_FILE)
          .map(Path::toString)
          .toList();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
