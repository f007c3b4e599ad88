package cn.lianban.walk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistricts;
import com.zaxxer.hikari.HikariDataSource;
import graphql.TrivialDataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/**
 * Every query and mutation of the SDL, asked by every role with its own ids, a sibling
 * sub-district's, another district's and nobody's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeighbourWalkApiTest extends ApiTestBase {
  @Autowired Accounts accounts;
  @Autowired Posts posts;
  @Autowired TenantScope scope;
  @Autowired HikariDataSource pool;
  @Autowired GraphQlSource source;
  private final Map<String, Client> people = new LinkedHashMap<>();
  private final Map<String, JsonNode> answers = new HashMap<>();
  private World.Neighbours neighbours;
  private RootFields fields;

  @BeforeAll
  void twoDistricts() throws Exception {
    neighbours =
        new World(districts, items, accounts, posts, scope, pool)
            .build(this::session, this::citizenOf);
    // colleagues with their posts are above the cost limit; the same posts hang on accounts
    fields = new RootFields(RootFields.sdl(), Set.of("Person.posts"));
    Entries.PEOPLE.forEach(
        (role, person) -> people.put(role, session(neighbours.here().loginOf(person))));
    people.put("nobody", anonymous());
    people.put("citizen", citizenOf(neighbours.here()));
  }

  private Client session(String loginName) {
    Client client = anonymous();
    client.signIn(loginName, TestDistricts.PASSWORD);
    return client;
  }

  /** At one moment, so that no answer differs from another by its time alone. */
  private JsonNode ask(RootFields.Root root, String role, Side side) {
    now.freeze(java.time.Instant.parse("2026-11-20T02:00:00Z"));
    Map<String, Object> variables = Entries.ALL.get(root.name()).variables().apply(side);
    Object[] flat =
        variables.entrySet().stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray();
    JsonNode answer = people.get(role).raw(fields.document(root, variables.keySet()), flat);
    answers.putIfAbsent(kept(root, role, side), answer);
    return answer;
  }

  /**
   * What was answered at first: a question of the walk is long, and several tests read its answer.
   */
  private JsonNode answer(RootFields.Root root, String role, Side side) {
    JsonNode known = answers.get(kept(root, role, side));
    return known != null ? known : ask(root, role, side);
  }

  private static String kept(RootFields.Root root, String role, Side side) {
    return role + " " + root.name() + Entries.withoutKey(root, side);
  }

  @Test
  void everyQueryAndMutationHasAnEntry() {
    assertThat(fields.differFrom(Entries.ALL.keySet())).isEmpty();
  }

  @Test
  void aNewRootFieldWithoutAnEntryIsSeen() throws Exception {
    var more = RootFields.sdl();
    more.merge(new SchemaParser().parse("extend type Mutation { planted(id: ID!): Boolean! }"));

    assertThat(new RootFields(more, Set.of()).differFrom(Entries.ALL.keySet()))
        .containsExactly("planted");
  }

  @Test
  void everyRootFieldIsAnsweredByARoom() {
    GraphQLSchema schema = source.schema();
    Set<String> unanswered = new TreeSet<>();
    for (var root : List.of(schema.getQueryType(), schema.getMutationType())) {
      for (var field : root.getFieldDefinitions()) {
        var coordinates = FieldCoordinates.coordinates(root, field);
        if (schema.getCodeRegistry().getDataFetcher(coordinates, field)
            instanceof TrivialDataFetcher) {
          unanswered.add(field.getName());
        }
      }
    }
    assertThat(unanswered).isEmpty();
  }

  /** The control for what hangs on a secret: under its own path the link opens. */
  @Test
  void onesOwnRatingLinkOpens() {
    var root = fields.all.get("ratingOpen");
    assertThat(
            ask(root, "citizen", neighbours.own())
                .at("/data/ratingOpen/subject/itemName")
                .asString())
        .isEqualTo("食品经营许可");
    assertThat(ask(root, "citizen", neighbours.foreign()).at("/data/ratingOpen/subject").isNull())
        .isTrue();
  }

  @Test
  void foreignIdsAreAnsweredAsIdsThatNobodyHas() throws Exception {
    assertThat(differences(neighbours.foreign(), people.keySet())).isEmpty();
  }

  @Test
  void aSiblingsIdsAreAnsweredAsIdsThatNobodyHas() throws Exception {
    Side nobody = Side.nobody();
    Side own = neighbours.own();
    Side noSibling =
        new Side(
            nobody.caseId(),
            nobody.dutyId(),
            nobody.number(),
            own.itemId(),
            own.unitId(),
            own.departmentId(),
            own.subDistrictId(),
            nobody.accountId(),
            nobody.postId(),
            nobody.absenceId(),
            own.pointId(),
            own.token(),
            own.submitToken(),
            nobody.files(),
            own.moreBut(
                "file", nobody.more("file"),
                "paper", nobody.more("paper"),
                "Alert", nobody.more("Alert"),
                "Consultation", nobody.more("Consultation")));
    List<String> differing = new ArrayList<>();
    for (RootFields.Root root : fields.all.values()) {
      if (Entries.takesIds(root, neighbours.sibling(), noSibling)) {
        for (String role : List.of("clerk", "subAdmin")) {
          compare(root, role, neighbours.sibling(), noSibling, differing);
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  /** The control: the comparison sees an answer, for every field that takes an id. */
  @Test
  void onesOwnIdsAreAnsweredOtherwise() throws Exception {
    Set<String> silent = new TreeSet<>();
    for (RootFields.Root root : fields.all.values()) {
      if (Entries.takesIds(root, neighbours.own(), Side.nobody())
          && !EntriesOfPapers.SECRETS.contains(root.name())
          && !EntriesOfLegalClocks.PAST.contains(root.name())) {
        List<String> differing = new ArrayList<>();
        for (String role : Entries.PEOPLE.keySet()) {
          compare(root, role, neighbours.own(), Side.nobody(), differing);
        }
        if (differing.isEmpty()) {
          silent.add(root.name());
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void noWordOfANeighbourIsInAnyAnswer() throws Exception {
    assertThat(neighbours.marked()).isGreaterThan(100);
    List<String> heard = new ArrayList<>();
    for (RootFields.Root root : fields.all.values()) {
      for (String role : people.keySet()) {
        for (Side side : List.of(neighbours.own(), neighbours.sibling(), neighbours.foreign())) {
          String answer = answer(root, role, side).toString();
          if (answer.contains(World.FOREIGN_WORD)) {
            heard.add(root.name() + " told " + role + " of the neighbour: " + answer);
          }
          boolean ownOnly = role.equals("clerk") || role.equals("subAdmin");
          if (ownOnly && answer.contains(World.SIBLING_WORD)) {
            heard.add(root.name() + " told " + role + " of the sibling: " + answer);
          }
        }
      }
    }
    assertThat(heard).isEmpty();
  }

  /** The control: who may see the sibling's rows does hear the word. */
  @Test
  void theDistrictsAdministratorHearsTheSiblingsWord() throws Exception {
    assertThat(ask(fields.all.get("case"), "admin", neighbours.sibling()).toString())
        .contains(World.SIBLING_WORD);
  }

  @Test
  void everyRoleGetsAsFarAsItsEntrySays() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (RootFields.Root root : fields.all.values()) {
      Set<String> admitted =
          Entries.PEOPLE.keySet().stream()
              .filter(role -> isAdmitted(root, answer(root, role, neighbours.own())))
              .collect(Collectors.toCollection(TreeSet::new));
      if (!admitted.equals(Entries.ALL.get(root.name()).admitted())) {
        wrong.add(root.name() + " admits " + admitted);
      }
      for (String role : List.of("nobody", "citizen")) {
        String code = code(answer(root, role, neighbours.own()));
        if (code.equals("UNAUTHENTICATED") == root.anonymous()) {
          wrong.add(root.name() + " answers " + role + " with " + code);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A document that does not fit the schema, or a bug, would make the walk blind. */
  @Test
  @Tag("postgres15") // every room's statements, on a district's own server too
  void noQuestionOfTheWalkIsMalformedOrFailsInside() throws Exception {
    List<String> broken = new ArrayList<>();
    for (RootFields.Root root : fields.all.values()) {
      for (String role : people.keySet()) {
        JsonNode answer = answer(root, role, neighbours.own());
        if (Set.of("BAD_REQUEST", "INTERNAL").contains(code(answer))) {
          broken.add(root.name() + " as " + role + ": " + answer.get("errors"));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private List<String> differences(Side side, Set<String> roles) throws Exception {
    List<String> differing = new ArrayList<>();
    for (RootFields.Root root : fields.all.values()) {
      if (Entries.takesIds(root, side, Side.nobody())) {
        for (String role : roles) {
          compare(root, role, side, Side.nobody(), differing);
        }
      }
    }
    return differing;
  }

  private void compare(
      RootFields.Root root, String role, Side side, Side nobody, List<String> differing) {
    String first = side.without(answer(root, role, side).toString());
    String second = nobody.without(answer(root, role, nobody).toString());
    if (!first.equals(second)) {
      differing.add(root.name() + " as " + role + ": " + first + " ≠ " + second);
    }
  }

  private static boolean isAdmitted(RootFields.Root root, JsonNode answer) {
    String refusal = answer.at("/data/" + root.name() + "/userErrors/0/code").asString("");
    return !Set.of("FORBIDDEN", "UNAUTHENTICATED").contains(code(answer))
        && !Set.of("FORBIDDEN", "NOT_FOUND").contains(refusal);
  }

  private static String code(JsonNode answer) {
    return answer.at("/errors/0/extensions/code").asString("");
  }
}
