package cn.lianban.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
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
  GraphQlSourceBuilderCustomizer calledAsTheyAre() {
    return builder -> builder.typeVisitors(java.util.List.of(new Visitor()));
  }

  private static final class Visitor extends GraphQLTypeVisitorStub {
    @Override
    public TraversalControl visitGraphQLFieldDefinition(
        GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
      if (context.getParentNode() instanceof graphql.schema.GraphQLObjectType parent) {
        GraphQLCodeRegistry.Builder registry =
            context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
        FieldCoordinates where = FieldCoordinates.coordinates(parent, field);
        DataFetcher<?> fetcher = registry.getDataFetcher(where, field);
        if (!(fetcher instanceof TrivialDataFetcher<?>)) {
          registry.dataFetcher(where, new Plain(fetcher));
        }
      }
      return TraversalControl.CONTINUE;
    }
  }

  /** Trivial is what graphql-java calls a fetcher that nobody needs to watch. */
  private record Plain(DataFetcher<?> fetcher) implements TrivialDataFetcher<Object> {
    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      return fetcher.get(environment);
    }
  }
}
