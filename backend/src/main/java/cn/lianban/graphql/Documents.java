package cn.lianban.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Which documents are executed: trusted ones by their hash; in the demo and test profiles others
 * too, within a cost. The limits hold for all. Refused documents are never validated; prepared ones
 * are kept.
 */
@Component
final class Documents implements PreparsedDocumentProvider {
  private static final ParserOptions PARSER =
      ParserOptions.newParserOptions()
          .maxCharacters(DocumentLimits.CHARACTERS)
          .maxTokens(DocumentLimits.TOKENS)
          .maxWhitespaceTokens(DocumentLimits.CHARACTERS)
          .maxRuleDepth(150)
          .build();

  private final TrustedDocuments trusted;
  private final boolean adHoc;
  private final GraphiqlQuery graphiql;
  private final ObjectProvider<GraphQlSource> source;
  private final PartnerCalls partners;
  private final Cache<String, PreparsedDocumentEntry> prepared =
      Caffeine.newBuilder().maximumSize(2_000).build();

  @org.springframework.beans.factory.annotation.Autowired
  Documents(
      TrustedDocuments trusted,
      GraphiqlQuery graphiql,
      Environment environment,
      PartnerCalls partners,
      ObjectProvider<GraphQlSource> source) {
    this(
        trusted,
        graphiql,
        environment.acceptsProfiles(Profiles.of("demo", "test")),
        partners,
        source);
  }

  Documents(
      TrustedDocuments trusted,
      GraphiqlQuery graphiql,
      boolean adHoc,
      PartnerCalls partners,
      ObjectProvider<GraphQlSource> source) {
    this.trusted = trusted;
    this.graphiql = graphiql;
    this.adHoc = adHoc;
    this.partners = partners;
    this.source = source;
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> validate) {
    try {
      return CompletableFuture.completedFuture(entry(input, validate));
    } catch (Problem problem) {
      return CompletableFuture.completedFuture(
          new PreparsedDocumentEntry(
              GraphqlErrorBuilder.newError()
                  .message(String.valueOf(problem.getMessage()))
                  .extensions(Map.of("code", problem.code()))
                  .build()));
    }
  }

  private PreparsedDocumentEntry entry(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> validate) {
    String hash = hash(input);
    if (partners.current().isPresent()) {
      return partnersEntry(hash, input, validate);
    }
    String text =
        hash == null
            ? input.getQuery()
            : trusted.find(hash).orElseThrow(() -> Problem.badRequest("未登记的查询"));
    boolean ours = hash != null || trusted.contains(text);
    if (!ours && !adHoc) {
      throw Problem.badRequest("只接受已登记的查询");
    }
    PreparsedDocumentEntry entry = prepared.getIfPresent(text);
    if (entry == null) {
      entry = prepare(text, input, validate);
    }
    if (!ours && !entry.hasErrors() && !graphiql.is(entry.getDocument())) {
      DocumentCost.check(
          entry.getDocument(), source.getObject().schema(), input.getRawVariables().toMap());
    }
    return entry;
  }

  /** A partner sends what was registered for it, by hash, and within the cost of strangers. */
  private PreparsedDocumentEntry partnersEntry(
      @Nullable String hash,
      ExecutionInput input,
      Function<ExecutionInput, PreparsedDocumentEntry> validate) {
    String text =
        Optional.ofNullable(hash)
            .flatMap(partners::document)
            .orElseThrow(() -> Problem.badRequest("未登记的查询"));
    PreparsedDocumentEntry entry = prepared.getIfPresent(text);
    if (entry == null) {
      entry = prepare(text, input, validate);
    }
    if (!entry.hasErrors()) {
      DocumentCost.check(
          entry.getDocument(), source.getObject().schema(), input.getRawVariables().toMap());
    }
    return entry;
  }

  private PreparsedDocumentEntry prepare(
      String text,
      ExecutionInput input,
      Function<ExecutionInput, PreparsedDocumentEntry> validate) {
    Document document = parse(text);
    if (!graphiql.is(document)) {
      refuseIntrospection(document);
      DocumentLimits.check(document);
    }
    PreparsedDocumentEntry entry = validate.apply(input.transform(with -> with.query(text)));
    if (!entry.hasErrors()) {
      prepared.put(text, entry);
    }
    return entry;
  }

  static Document parse(String text) {
    try {
      return new Parser()
          .parseDocument(
              ParserEnvironment.newParserEnvironment()
                  .document(text)
                  .parserOptions(PARSER)
                  .build());
    } catch (InvalidSyntaxException unreadable) {
      throw Problem.badRequest("查询过大或语法有误");
    }
  }

  /** Only GraphiQL's own query may ask for the schema, and only where GraphiQL is. */
  static void refuseIntrospection(Document document) {
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      for (Field field : operation.getSelectionSet().getSelectionsOfType(Field.class)) {
        if (field.getName().equals("__schema") || field.getName().equals("__type")) {
          throw Problem.badRequest("不提供结构查询");
        }
      }
    }
  }

  private static @Nullable String hash(ExecutionInput input) {
    return input.getExtensions().get("persistedQuery") instanceof Map<?, ?> persisted
            && persisted.get("sha256Hash") instanceof String hash
        ? hash
        : null;
  }
}
