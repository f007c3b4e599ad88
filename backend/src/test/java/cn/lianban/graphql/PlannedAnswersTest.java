package cn.lianban.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TrivialDataFetcher;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered by plan is what graphql-java answers, word for word, errors too. */
class PlannedAnswersTest {
  private static final String SDL =
      """
      type Query { row(nth: Int!): Row, rows: [Row!]! }
      interface Named { name: String }
      type Row implements Named {
        id: ID!
        name: String
        must: String!
        light: Light
        count: Int
        below: Row
        mustBelow: Row!
        many: [Row!]!
        words: [[String!]]
        later: String
        thrown: String
        asked(what: String): String
        named: Named
      }
      enum Light { RED GREEN }
      """;

  private final AtomicInteger watched = new AtomicInteger();
  private final GraphQL planned = graphQl(new PlannedAnswers(new MaskedErrors()));
  private final GraphQL usual = graphQl(new AsyncExecutionStrategy(new MaskedErrors()));

  record Row(
      long id,
      @Nullable String name,
      @Nullable String must,
      @Nullable String light,
      Optional<Integer> count,
      @Nullable Row below,
      List<Row> many,
      List<List<String>> words) {}

  private static Row row(long id, @Nullable String must, @Nullable Row below, Row... many) {
    return new Row(
        id,
        id % 2 == 0 ? null : "name " + id,
        must,
        id % 3 == 0 ? "RED" : null,
        id % 5 == 0 ? Optional.empty() : Optional.of((int) id),
        below,
        List.of(many),
        Arrays.asList(List.of("a", "b"), null));
  }

  private static final List<Row> ROWS =
      List.of(
          row(1, "m", row(2, "m", null), row(3, "m", row(4, "m", null)), row(5, "m", null)),
          row(6, "m", null),
          row(7, null, null),
          row(8, "m", row(9, null, null), row(10, "m", null), row(11, null, null)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ row(nth: 0) { id name light count } }",
        "{ row(nth: 0) { __typename again: id below { id below { id } } many { id below { name } } words } }",
        "{ rows { id name below { id } many { id light } words } }",
        "{ row(nth: 1) { mustBelow { id } } }",
        "{ row(nth: 2) { id must } }",
        "{ rows { id must below { must } many { must } } }",
        "{ row(nth: 3) { id below { id must } } }",
        "{ row(nth: 3) { id many { id must } } }",
        "{ row(nth: 0) { id later below { id later } many { later } } }",
        "{ row(nth: 0) { id thrown below { thrown id } } }",
        "{ row(nth: 0) { asked(what: \"this\") below { asked id } } }",
        "{ row(nth: 0) { named { name ... on Row { id } } } }",
        "{ row(nth: 0) { ...part below { ...part ... on Row { light } } } } fragment part on Row { id name }",
        "{ row(nth: 0) { id @skip(if: true) name @include(if: false) light } }",
        "{ row(nth: 0) { below { id } below { name } } }",
        "{ row(nth: 9) { id } }",
      })
  void answersAsTheEngineDoes(String document) {
    Map<String, Object> first = told(planned.execute(document));
    assertThat(first).isEqualTo(told(usual.execute(document)));
    assertThat(told(planned.execute(document))).as("asked again").isEqualTo(first);
  }

  @Test
  void looksAtVariablesOfDirectivesEachTime() {
    String document = "query Q($no: Boolean!) { row(nth: 0) { id name @skip(if: $no) } }";
    for (boolean no : new boolean[] {true, false, true}) {
      ExecutionInput input =
          ExecutionInput.newExecutionInput(document).variables(Map.of("no", no)).build();
      assertThat(told(planned.execute(input))).isEqualTo(told(usual.execute(input)));
    }
  }

  @Test
  void keepsTheOrderOfFields() {
    ExecutionResult answer = planned.execute("{ row(nth: 0) { name id below { light id } } }");
    Map<?, ?> row = (Map<?, ?>) Objects.requireNonNull(answer.<Map<?, ?>>getData()).get("row");
    assertThat(new ArrayList<Object>(Objects.requireNonNull(row).keySet()))
        .isEqualTo(List.of("name", "id", "below"));
  }

  @Test
  void asksOnceWhereNothingIsUnusual() {
    watched.set(0);
    planned.execute("{ rows { id light } }");
    assertThat(watched).hasValue(ROWS.size());
  }

  private static Map<String, Object> told(ExecutionResult answer) {
    return answer.toSpecification();
  }

  private GraphQL graphQl(ExecutionStrategy strategy) {
    DataFetcher<?> nth = env -> nth(env.<Integer>getArgument("nth"));
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring()
            .type("Named", named -> named.typeResolver(env -> env.getSchema().getObjectType("Row")))
            .type("Query", query -> query.dataFetcher("row", nth).dataFetcher("rows", env -> ROWS))
            .type(
                "Row",
                row ->
                    row.defaultDataFetcher(PlannedAnswersTest::unknown)
                        .dataFetcher("mustBelow", plain(env -> source(env).below()))
                        .dataFetcher("light", plain(this::watchedLight))
                        .dataFetcher("named", plain(env -> source(env)))
                        .dataFetcher("asked", plain(env -> env.getArgument("what")))
                        .dataFetcher("thrown", plain(env -> thrown()))
                        .dataFetcher(
                            "later", plain(env -> CompletableFuture.completedFuture("later"))));
    for (String name : List.of("name", "must", "count", "below", "many", "words")) {
      wiring.type("Row", row -> row.dataFetcher(name, new Property(name, null)));
    }
    wiring.type("Row", row -> row.dataFetcher("id", new Property("id", "Row")));
    GraphQLSchema schema =
        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring.build());
    return GraphQL.newGraphQL(schema).queryExecutionStrategy(strategy).build();
  }

  private static @Nullable Row nth(@Nullable Integer nth) {
    return nth == null || nth >= ROWS.size() ? null : ROWS.get(nth);
  }

  private @Nullable Object watchedLight(DataFetchingEnvironment env) {
    watched.incrementAndGet();
    return source(env).light();
  }

  private static Object thrown() {
    throw Problem.badRequest("不行");
  }

  private static Object unknown(DataFetchingEnvironment env) {
    throw new IllegalStateException(env.getField().getName());
  }

  private static Row source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Row>getSource());
  }

  private static DataFetcher<?> plain(DataFetcher<?> fetcher) {
    return (TrivialDataFetcher<Object>) fetcher::get;
  }
}
