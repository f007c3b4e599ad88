package cn.lianban.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.testing.ApiTestBase;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.json.JsonMapper;

/** Production's rules, through the component that production uses, on the real schema. */
class TrustedDocumentsApiTest extends ApiTestBase {
  private static final String OURS = "query Version { apiVersion }";
  private static final String HASH = TrustedDocuments.sha256(OURS);

  @Autowired ObjectProvider<GraphQlSource> source;
  @Autowired TrustedDocuments registered;
  @Autowired PartnerCalls partners;

  private ExecutionResult execute(boolean adHoc, boolean graphiql, ExecutionInput.Builder input)
      throws Exception {
    Documents documents =
        new Documents(
            new TrustedDocuments(Map.of(HASH, OURS)),
            new GraphiqlQuery(graphiql),
            adHoc,
            partners,
            source);
    return GraphQL.newGraphQL(source.getObject().schema())
        .preparsedDocumentProvider(documents)
        .build()
        .execute(input.build());
  }

  private static ExecutionInput.Builder hash(String hash) {
    return ExecutionInput.newExecutionInput()
        .query("PersistedQueryMarker")
        .extensions(Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
  }

  private static ExecutionInput.Builder text(String document) {
    return ExecutionInput.newExecutionInput().query(document);
  }

  @Test
  void aRegisteredHashIsExecuted() throws Exception {
    assertThat(execute(false, false, hash(HASH)).<Map<String, Object>>getData())
        .containsEntry("apiVersion", "1");
  }

  @Test
  void aRegisteredTextIsExecutedToo() throws Exception {
    assertThat(execute(false, false, text(OURS)).getErrors()).isEmpty();
  }

  @Test
  void anUnknownHashIsRefusedBeforeParsing() throws Exception {
    assertRefused(execute(false, false, hash("0".repeat(64))), "未登记");
  }

  @Test
  void inProductionNobodysOwnTextIsRefusedBeforeParsing() throws Exception {
    assertRefused(execute(false, false, text("{ apiVersion }")), "只接受已登记");
    assertRefused(execute(false, false, text("this is no document at all")), "只接受已登记");
  }

  @Test
  void aTextHiddenBehindARegisteredHashIsNotExecuted() throws Exception {
    var both = hash(HASH).query("{ district { code } apiVersion }");

    assertThat(execute(false, false, both).<Map<String, Object>>getData())
        .containsOnlyKeys("apiVersion");
  }

  @Test
  void theSchemaIsTheDemosGraphiqlsOnly() throws Exception {
    String own = "{ __schema { queryType { name } } }";
    String graphiqls = firstForm();

    assertRefused(execute(true, true, text(own)), "结构");
    assertRefused(execute(true, false, text(graphiqls)), "结构");
    assertRefused(execute(false, true, text(graphiqls)), "只接受已登记");
    assertThat(execute(true, true, text(graphiqls)).getErrors()).isEmpty();
  }

  @Test
  void earlierManifestsStayValidForOldTabs(@TempDir Path folder) throws Exception {
    String older = "query Older { apiVersion }";
    Files.writeString(
        folder.resolve("2025.json"),
        JsonMapper.shared().writeValueAsString(Map.of(TrustedDocuments.sha256(older), older)));

    assertThat(load(folder).find(TrustedDocuments.sha256(older))).contains(older);
  }

  @Test
  void aManifestWithAForgedDocumentStopsTheStart(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("forged.json"),
        JsonMapper.shared().writeValueAsString(Map.of(HASH, "{ ping }")));

    assertThatThrownBy(() -> load(folder)).hasMessageContaining("another hash");
  }

  /** The front end's own, when it has been built; and a control that the check can fail. */
  @Test
  void everyRegisteredDocumentFitsTheSchemaAndTheLimits() throws Exception {
    if (Files.exists(Path.of("../frontend/dist/trusted-documents.json"))) {
      assertThat(registered.all()).hasSizeGreaterThan(10);
    }
    assertThat(registered.all()).allSatisfy(this::assertFits);
    assertThatThrownBy(() -> assertFits("{ noSuchField }")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertFits("mutation { ping again: ping }"))
        .isInstanceOf(Problem.class);
  }

  private void assertFits(String text) {
    Document document = Parser.parse(text);
    DocumentLimits.check(document);
    assertThat(
            new Validator().validateDocument(source.getObject().schema(), document, Locale.CHINA))
        .isEmpty();
  }

  private static TrustedDocuments load(Path folder) throws Exception {
    return new TrustedDocuments(
        new PathMatchingResourcePatternResolver(), JsonMapper.shared(), folder.toString());
  }

  private static String firstForm() throws Exception {
    return Files.readAllLines(Path.of("src/main/resources/graphiql-queries.graphql")).get(1);
  }

  private static void assertRefused(ExecutionResult result, String words) {
    assertThat(result.getErrors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage()).contains(words);
              assertThat(error.getExtensions()).containsEntry("code", "BAD_REQUEST");
            });
    assertThat(result.<Object>getData()).isNull();
  }
}
