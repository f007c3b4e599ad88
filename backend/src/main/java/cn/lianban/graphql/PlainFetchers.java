package cn.lianban.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.SingletonPropertyDataFetcher;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Fetchers are called as they are. Spring would carry the thread's context into each of them, and
 * watch for reactive answers: ours run on the request's thread and answer with values, so that a
 * sixth of a queue's time went into nothing.
 */
@Configuration(proxyBeanMethods = false)
class PlainFetchers {

  @Bean
  GraphQlSourceBuilderCustomizer calledAsTheyAre(Gate gate, MaskedErrors errors) {
    return builder ->
        builder
            .typeVisitors(List.of(new Visitor()))
            // alone: in a chain each field would be told to each of DGS's, which have nothing to do
            .configureGraphQl(
                graphQl ->
                    graphQl
                        .instrumentation(gate)
                        .queryExecutionStrategy(new PlannedAnswers(errors)));
  }

  private static final class Visitor extends GraphQLTypeVisitorStub {
    /** Once per request, and a root field nobody answers must be seen to be one. */
    private static final Set<String> ROOTS = Set.of("Query", "Mutation");

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
        GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
      if (context.getParentNode() instanceof GraphQLObjectType parent
          && !parent.getName().startsWith("__")
          && !ROOTS.contains(parent.getName())) {
        GraphQLCodeRegistry.Builder registry =
            context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
        FieldCoordinates where = FieldCoordinates.coordinates(parent, field);
        DataFetcher<?> fetcher = registry.getDataFetcher(where, field);
        if (isDefault(fetcher)) {
          boolean id = field.getName().equals("id");
          registry.dataFetcher(where, new Property(field.getName(), id ? parent.getName() : null));
        } else if (!(fetcher instanceof TrivialDataFetcher<?>)) {
          registry.dataFetcher(where, new Plain(fetcher));
        }
      }
      return TraversalControl.CONTINUE;
    }
  }

  private static boolean isDefault(DataFetcher<?> fetcher) {
    return fetcher instanceof PropertyDataFetcher<?>
        || fetcher instanceof SingletonPropertyDataFetcher<?>;
  }

  /** Trivial is what graphql-java calls a fetcher that nobody needs to watch. */
  private record Plain(DataFetcher<?> fetcher) implements TrivialDataFetcher<Object> {
    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      return fetcher.get(environment);
    }
  }
}
