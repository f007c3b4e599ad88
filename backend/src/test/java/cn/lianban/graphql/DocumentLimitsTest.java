package cn.lianban.graphql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLimitsTest {
  private static final GraphQLSchema SCHEMA =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser()
                  .parse(
                      """
                      type Query { things(first: Int = 50): ThingConnection! }
                      type ThingConnection { nodes: [Thing!]! }
                      type Thing { id: ID! parts: [Part!]! things(first: Int = 50): ThingConnection! }
                      type Part { id: ID! }
                      """),
              RuntimeWiring.MOCKED_WIRING);

  private static String times(int count, String pattern) {
    return IntStream.range(0, count)
        .mapToObj(i -> pattern.replace("#", Integer.toString(i)))
        .collect(Collectors.joining(" "));
  }

  /** What, a document just inside the limit, one just outside. */
  static Stream<Arguments> limits() {
    return Stream.of(
        of(
            "depth",
            "{" + "a{".repeat(9) + "a" + "}".repeat(10),
            "{" + "a{".repeat(10) + "a" + "}".repeat(11)),
        of("fields", "{" + times(300, "a#") + "}", "{" + times(301, "a#") + "}"),
        of("repeats", "{" + times(15, "x#: a") + "}", "{" + times(16, "x#: a") + "}"),
        of(
            "repeats of __typename",
            "{" + times(15, "x#: __typename") + "}",
            "{" + times(16, "x#: __typename") + "}"),
        of(
            "repeats through fragments",
            "{" + times(8, "x#: a") + " ...F} fragment F on Q {" + times(7, "y#: a") + "}",
            "{" + times(8, "x#: a") + " ...F} fragment F on Q {" + times(8, "y#: a") + "}"),
        of(
            "repeats through inline fragments",
            "{" + times(15, "... { x#: a }") + "}",
            "{" + times(16, "... { x#: a }") + "}"),
        of("directives", "{a " + times(8, "@d") + "}", "{a " + times(9, "@d") + "}"),
        of(
            "directives anywhere",
            "query Q($v: Int @d) @d {a @d ... @d {b}} fragment F on Q @d {a}",
            "query Q($v: Int @d) @d @d @d @d @d {a @d @d ... @d {b}} fragment F on Q @d {a}"),
        of("mutations", "mutation {a}", "mutation {a b}"),
        of(
            "mutations in a fragment",
            "mutation {...F} fragment F on M {a}",
            "mutation {a ...F} fragment F on M {b}"),
        of(
            "depth through fragments",
            "{" + "a{".repeat(8) + "...F" + "}".repeat(9) + " fragment F on Q {a{b}}",
            "{" + "a{".repeat(9) + "...F" + "}".repeat(10) + " fragment F on Q {a{b}}"),
        of(
            "cycle",
            "{...F} fragment F on Q {a}",
            "{...F} fragment F on Q {a ...G} fragment G on Q {...F}"),
        of(
            "cycle through a field",
            "{...F} fragment F on Q {a}",
            "{...F} fragment F on Q {a{...F}}"),
        of(
            "fragments that double",
            "{...F0} " + times(1, "fragment F0 on Q {a}"),
            "{...F0} "
                + times(12, "fragment F# on Q {...G# ...G#} fragment G# on Q {...H# ...H#}")
                + IntStream.range(0, 12)
                    .mapToObj(
                        i -> "fragment H" + i + " on Q {...F" + (i + 1) + " ...F" + (i + 1) + "}")
                    .collect(Collectors.joining(" "))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("limits")
  void aDocumentInsideIsTakenAndOneOutsideRefused(String what, String inside, String outside) {
    assertThatCode(() -> DocumentLimits.check(Parser.parse(inside))).doesNotThrowAnyException();
    assertThatThrownBy(() -> DocumentLimits.check(Parser.parse(outside)))
        .isInstanceOf(Problem.class);
  }

  static Stream<Arguments> costs() {
    return Stream.of(
        of(
            "nested pages",
            "{things(first: 50) {nodes {things(first: 98) {nodes {id}}}}}",
            "{things(first: 50) {nodes {things(first: 100) {nodes {id}}}}}"),
        of(
            "the default page",
            "{things(first: 95) {nodes {things {nodes {id}}}}}",
            "{things(first: 101) {nodes {things {nodes {id}}}}}"),
        of(
            "a page in a variable that is not known counts in full",
            "query Q($n: Int) {things(first: $n) {nodes {things(first: 23) {nodes {id}}}}}",
            "query Q($n: Int) {things(first: $n) {nodes {things(first: 26) {nodes {id}}}}}"),
        of(
            "a page in a variable",
            "query Q($known: Int) {things(first: 200) {nodes {things(first: $known) {nodes {id}}}}}",
            "query Q($n: Int) {things(first: 200) {nodes {things(first: $n) {nodes {id}}}}}"),
        of(
            "plain lists",
            "{things(first: 200) {nodes {parts {id} b: parts {id}}}}",
            "{things(first: 200) {nodes {parts {id} b: parts {id} c: parts {id}}}}"),
        of(
            "fragments",
            "{things(first: 200) {nodes {...F}}} fragment F on Thing {parts {id}}",
            "{things(first: 200) {nodes {...F ...G}}} fragment F on Thing {a: parts {id}}"
                + " fragment G on Thing {b: parts {id} c: parts {id}}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("costs")
  void aDocumentThatCouldAnswerTooManyObjectsIsRefused(String what, String inside, String outside) {
    Map<String, Object> variables = Map.of("known", 20);
    assertThatCode(() -> DocumentCost.check(Parser.parse(inside), SCHEMA, variables))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> DocumentCost.check(Parser.parse(outside), SCHEMA, variables))
        .isInstanceOf(Problem.class);
  }
}
