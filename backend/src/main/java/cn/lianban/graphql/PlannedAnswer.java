package cn.lianban.graphql;

import cn.lianban.graphql.AnswerPlan.Line;
import cn.lianban.graphql.AnswerPlan.Shape;
import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** One request's answers by plan. */
record PlannedAnswer(ExecutionContext context) {
  private static final String MISSING = "a required value";

  /**
   * @throws NotAtOnce a value has to be waited for
   * @throws Exception anything else that is not as usual
   */
  Map<String, @Nullable Object> object(AnswerPlan plan, Object row) throws Exception {
    Map<String, @Nullable Object> answer = LinkedHashMap.newLinkedHashMap(plan.lines().size());
    for (Line line : plan.lines()) {
      answer.put(line.key(), shaped(line.shape(), value(plan, line, row)));
    }
    return answer;
  }

  private @Nullable Object value(AnswerPlan plan, Line line, Object row) throws Exception {
    DataFetcher<?> fetcher = line.fetcher();
    Object value =
        switch (fetcher) {
          case null -> plan.type().getName();
          case Property property ->
              property.get(line.definition(), row, () -> environment(plan, line, row));
          default -> fetcher.get(environment(plan, line, row));
        };
    if (value instanceof CompletionStage<?> || value instanceof DataFetcherResult<?>) {
      throw NotAtOnce.SEEN;
    }
    return context.getValueUnboxer().unbox(value);
  }

  private @Nullable Object shaped(Shape shape, @Nullable Object value) throws Exception {
    if (value == null) {
      return absent(shape);
    }
    return switch (shape) {
      case Shape.Required(Shape of) -> Objects.requireNonNull(shaped(of, value), MISSING);
      case Shape.Many(Shape of) -> many(of, (Collection<?>) value);
      case Shape.Scalar scalar ->
          scalar
              .type()
              .getCoercing()
              .serialize(value, context.getGraphQLContext(), context.getLocale());
      case Shape.Word word ->
          word.type().serialize(value, context.getGraphQLContext(), context.getLocale());
      case Shape.Row row -> object(row.plan(), value);
    };
  }

  private static @Nullable Object absent(Shape shape) {
    if (shape instanceof Shape.Required) {
      throw new NullPointerException(MISSING);
    }
    return null;
  }

  private List<@Nullable Object> many(Shape of, Collection<?> values) throws Exception {
    List<@Nullable Object> answer = new ArrayList<>(values.size());
    for (Object value : values) {
      answer.add(shaped(of, value));
    }
    return answer;
  }

  // graphql-java's own maker is @Internal, and 25.0 has no public one: what is public
  // (DelegatingDataFetchingEnvironment) leans on an environment, which an object has none of
  private DataFetchingEnvironment environment(AnswerPlan plan, Line line, Object row) {
    return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(context)
        .source(row)
        .fieldDefinition(line.definition())
        .mergedField(line.field())
        .fieldType(line.definition().getType())
        .parentType(plan.type())
        .dataLoaderRegistry(NoLoaders.HERE)
        .build();
  }

  /** What is asked of a loader is there later. */
  private static final class NoLoaders extends DataLoaderRegistry {
    static final NoLoaders HERE = new NoLoaders();

    @Override
    public <K, V> @Nullable DataLoader<K, V> getDataLoader(String key) {
      throw NotAtOnce.SEEN;
    }
  }

  /** Not an error: thrown without a stack. */
  static final class NotAtOnce extends RuntimeException {
    static final NotAtOnce SEEN = new NotAtOnce();
    private static final long serialVersionUID = 1L;

    private NotAtOnce() {
      super("not at once", null, false, false);
    }
  }
}
