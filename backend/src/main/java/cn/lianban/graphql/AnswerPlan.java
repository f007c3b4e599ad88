package cn.lianban.graphql;

import graphql.Scalars;
import graphql.TrivialDataFetcher;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document asks below a field, with all that graphql-java would look up again for each
 * value.
 *
 * @param type what the field answers
 */
record AnswerPlan(GraphQLObjectType type, List<Line> lines) {

  /** One field of it; without a fetcher it is the type's name. */
  record Line(
      String key,
      MergedField field,
      GraphQLFieldDefinition definition,
      @Nullable DataFetcher<?> fetcher,
      Shape shape) {}

  /** The type of a field's value. */
  sealed interface Shape {
    /** Never null. */
    record Required(Shape of) implements Shape {}

    record Many(Shape of) implements Shape {}

    record Scalar(GraphQLScalarType type) implements Shape {}

    record Word(GraphQLEnumType type) implements Shape {}

    record Row(AnswerPlan plan) implements Shape {}
  }

  /**
   * @return null when something in it needs the engine: arguments, directives, interfaces, fetchers
   *     that are watched
   */
  static @Nullable AnswerPlan of(
      ExecutionContext context, MergedField field, GraphQLObjectType type) {
    return field.getFields().size() == 1
            && isPlain(field.getSingleField().getSelectionSet(), context.getFragmentsByName())
        ? new Planning(context).rows(field, type)
        : null;
  }

  private static boolean isPlain(
      @Nullable SelectionSet set, Map<String, FragmentDefinition> fragments) {
    return set == null
        || set.getSelections().stream()
            .allMatch(
                selection ->
                    directives(selection).isEmpty()
                        && isPlain(below(selection, fragments), fragments));
  }

  private static List<Directive> directives(Selection<?> selection) {
    return selection instanceof DirectivesContainer<?> marked ? marked.getDirectives() : List.of();
  }

  private static @Nullable SelectionSet below(
      Selection<?> selection, Map<String, FragmentDefinition> fragments) {
    return switch (selection) {
      case Field field -> field.getSelectionSet();
      case InlineFragment inline -> inline.getSelectionSet();
      case FragmentSpread spread -> {
        FragmentDefinition fragment = fragments.get(spread.getName());
        yield fragment == null ? null : fragment.getSelectionSet();
      }
      default -> null;
    };
  }

  private record Planning(ExecutionContext context) {
    private static final FieldCollector COLLECTOR = new FieldCollector();

    @Nullable AnswerPlan rows(MergedField field, GraphQLObjectType type) {
      MergedSelectionSet asked =
          COLLECTOR.collectFields(
              FieldCollectorParameters.newParameters()
                  .schema(context.getGraphQLSchema())
                  .objectType(type)
                  .fragments(context.getFragmentsByName())
                  .variables(Map.of())
                  .graphQLContext(context.getGraphQLContext())
                  .build(),
              field);
      List<Line> lines = new ArrayList<>();
      for (String key : asked.getKeys()) {
        Line line = line(key, asked.getSubField(key), type);
        if (line == null) {
          return null;
        }
        lines.add(line);
      }
      return new AnswerPlan(type, List.copyOf(lines));
    }

    private @Nullable Line line(String key, MergedField field, GraphQLObjectType parent) {
      GraphQLFieldDefinition definition =
          Introspection.getFieldDefinition(context.getGraphQLSchema(), parent, field.getName());
      if (definition == Introspection.TypeNameMetaFieldDef) {
        return new Line(key, field, definition, null, new Shape.Scalar(Scalars.GraphQLString));
      }
      DataFetcher<?> fetcher =
          context.getGraphQLSchema().getCodeRegistry().getDataFetcher(parent, definition);
      Shape shape = shape(field, definition.getType());
      return shape != null
              && definition.getArguments().isEmpty()
              && (fetcher instanceof Property || fetcher instanceof TrivialDataFetcher<?>)
          ? new Line(key, field, definition, fetcher, shape)
          : null;
    }

    private @Nullable Shape shape(MergedField field, GraphQLType type) {
      return switch (type) {
        case GraphQLNonNull some -> {
          Shape of = shape(field, some.getWrappedType());
          yield of == null ? null : new Shape.Required(of);
        }
        case GraphQLList many -> {
          Shape of = shape(field, many.getWrappedType());
          yield of == null ? null : new Shape.Many(of);
        }
        case GraphQLScalarType scalar -> new Shape.Scalar(scalar);
        case GraphQLEnumType word -> new Shape.Word(word);
        case GraphQLObjectType object -> {
          AnswerPlan plan = rows(field, object);
          yield plan == null ? null : new Shape.Row(plan);
        }
        default -> null;
      };
    }
  }
}
