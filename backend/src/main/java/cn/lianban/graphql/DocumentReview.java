package cn.lianban.graphql;

import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Reads a partner's document before it is registered, so that the operator is told what the partner
 * would be refused for at its first call.
 */
@Component
public final class DocumentReview {
  private final ObjectProvider<GraphQlSource> source;

  DocumentReview(ObjectProvider<GraphQlSource> source) {
    this.source = source;
  }

  /** Why this document could never be answered to a partner; empty: it could. */
  public Optional<String> fault(String text) {
    try {
      Document document = Documents.parse(text);
      Documents.refuseIntrospection(document);
      DocumentLimits.check(document);
      GraphQLSchema schema = source.getObject().schema();
      var errors = ParseAndValidate.validate(schema, document, Locale.CHINA);
      if (!errors.isEmpty()) {
        return Optional.of(errors.getFirst().getMessage());
      }
      List<OperationDefinition> operations =
          document.getDefinitionsOfType(OperationDefinition.class);
      if (operations.size() != 1) {
        throw Problem.badRequest("一份请求只能有一个操作");
      }
      // pages as small as they can be: what the partner asks for is known when it calls
      DocumentCost.check(document, schema, smallest(operations.getFirst()));
      openToPartners(schema, document, operations.getFirst());
      return Optional.empty();
    } catch (Problem problem) {
      return Optional.ofNullable(problem.getMessage());
    }
  }

  private static Map<String, Object> smallest(OperationDefinition operation) {
    Map<String, Object> variables = new HashMap<>();
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      variables.put(variable.getName(), 1);
    }
    return variables;
  }

  private static void openToPartners(
      GraphQLSchema schema, Document document, OperationDefinition operation) {
    GraphQLObjectType root =
        operation.getOperation() == OperationDefinition.Operation.MUTATION
            ? schema.getMutationType()
            : schema.getQueryType();
    Map<String, FragmentDefinition> fragments = new HashMap<>();
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    open(root, operation.getSelectionSet(), fragments);
  }

  private static void open(
      GraphQLObjectType root, SelectionSet set, Map<String, FragmentDefinition> fragments) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field -> open(root.getFieldDefinition(field.getName()), field.getName());
        case InlineFragment inline -> open(root, inline.getSelectionSet(), fragments);
        case FragmentSpread spread ->
            Optional.ofNullable(fragments.get(spread.getName()))
                .ifPresent(fragment -> open(root, fragment.getSelectionSet(), fragments));
        default -> throw Problem.badRequest("查询无法识别");
      }
    }
  }

  private static void open(
      @org.jspecify.annotations.Nullable GraphQLFieldDefinition field, String name) {
    if (field != null && !field.hasAppliedDirective("partner")) {
      throw Problem.badRequest(name + " 不向对接系统开放");
    }
  }
}
