package cn.lianban.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * GraphiQL's introspection query, the one document about the schema that is answered, and only
 * where GraphiQL is served. It is deeper than the limits allow.
 */
@Component
final class GraphiqlQuery {
  private final Set<String> forms = new HashSet<>();

  GraphiqlQuery(@Value("${lianban.graphiql:false}") boolean served) throws IOException {
    if (served) {
      for (String form : resource().split("(?m)^# .*$")) {
        if (!form.isBlank()) {
          forms.add(TrustedDocuments.canonical(Parser.parse(form)));
        }
      }
    }
  }

  boolean is(Document document) {
    return !forms.isEmpty()
        && asksForSchema(document)
        && forms.contains(TrustedDocuments.canonical(document));
  }

  private static boolean asksForSchema(Document document) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
        .anyMatch(field -> field.getName().equals("__schema"));
  }

  private static String resource() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            GraphiqlQuery.class.getResourceAsStream("/graphiql-queries.graphql"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
