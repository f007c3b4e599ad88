package cn.lianban.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects a document could answer if every page were full, divided by ten. For documents that
 * are not ours: those are read by people before they are registered.
 */
final class DocumentCost {
  static final int MOST = 500;

  /** What a list without pages is taken for. */
  private static final int PLAIN_LIST = 10;

  private static final long ENOUGH = MOST * 10L + 9;
  private final Map<String, Object> variables;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private long nodes;

  private DocumentCost(Map<String, Object> variables) {
    this.variables = variables;
  }

  /**
   * @param document within {@link DocumentLimits}: shallow, and free of fragment cycles
   * @throws Problem BAD_REQUEST when an operation costs more than {@link #MOST}
   */
  static void check(Document document, GraphQLSchema schema, Map<String, Object> variables) {
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      DocumentCost cost = new DocumentCost(variables);
      document
          .getDefinitionsOfType(FragmentDefinition.class)
          .forEach(fragment -> cost.fragments.put(fragment.getName(), fragment));
      boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
      cost.add(
          operation.getSelectionSet(),
          mutation ? schema.getMutationType() : schema.getQueryType(),
          1,
          1);
      if (cost.nodes / 10 > MOST) {
        throw Problem.badRequest("查询代价过高，请减少每页条数或嵌套");
      }
    }
  }

  private void add(SelectionSet set, GraphQLFieldsContainer parent, long times, int page) {
    for (Selection<?> selection : set.getSelections()) {
      if (nodes > ENOUGH) {
        return;
      }
      switch (selection) {
        case Field field -> add(field, parent, times, page);
        case InlineFragment inline -> add(inline.getSelectionSet(), parent, times, page);
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null) {
            add(fragment.getSelectionSet(), parent, times, page);
          }
        }
        default -> throw Problem.badRequest("查询无法识别");
      }
    }
  }

  private void add(Field field, GraphQLFieldsContainer parent, long times, int page) {
    GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
    if (definition == null || field.getSelectionSet() == null) {
      return; // a scalar, or a field that validation will refuse
    }
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(definition.getType());
    boolean list = GraphQLTypeUtil.isList(type);
    boolean paged = parent.getName().endsWith("Connection");
    long here = Math.min(times * (list ? (paged ? page : PLAIN_LIST) : 1), ENOUGH * 10);
    nodes += here;
    if (GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLFieldsContainer container) {
      add(field.getSelectionSet(), container, here, pageSize(field, definition));
    }
  }

  private int pageSize(Field field, GraphQLFieldDefinition definition) {
    if (definition.getArgument("first") == null) {
      return PLAIN_LIST;
    }
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals("first")) {
        Integer stated = stated(argument);
        return stated == null ? Page.MAX : Math.clamp(stated, 1, Page.MAX);
      }
    }
    Object preset = definition.getArgument("first").getArgumentDefaultValue().getValue();
    return preset instanceof IntValue number ? number.getValue().intValue() : Page.MAX;
  }

  private @Nullable Integer stated(Argument argument) {
    return switch (argument.getValue()) {
      case IntValue number ->
          number.getValue().bitLength() > 31 ? null : number.getValue().intValue();
      case VariableReference variable
          when variables.get(variable.getName()) instanceof Integer number ->
          number;
      case null, default -> null;
    };
  }
}
