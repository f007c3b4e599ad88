package cn.lianban.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.schema.GraphQLObjectType;
import org.jspecify.annotations.Nullable;

/**
 * Answers an object with all that is asked below it in one go when nothing there needs the engine:
 * no arguments, no waiting, nothing missing that must be there. graphql-java's work for each field
 * (its path, its step, its future) was a third of a queue's time. Whatever is not as usual is done
 * again by graphql-java, which tells what is wrong: fetchers below a root field only read.
 */
final class PlannedAnswers extends AsyncExecutionStrategy {
  /** By the field of a prepared document, which is the same object for all its requests. */
  private final Cache<Field, Known> plans =
      Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();

  PlannedAnswers(DataFetcherExceptionHandler errors) {
    super(errors);
  }

  @Override
  protected Object completeValueForObject(
      ExecutionContext context,
      ExecutionStrategyParameters parameters,
      GraphQLObjectType type,
      Object row) {
    Known known = known(context, parameters.getField(), type);
    AnswerPlan plan = known.plan;
    if (plan != null && plan.type() == type) {
      try {
        return new PlannedAnswer(context).object(plan, row);
      } catch (PlannedAnswer.NotAtOnce waiting) {
        known.plan = null;
      } catch (Exception unusual) {
        // comes again, and is told with its path
      }
    }
    return super.completeValueForObject(context, parameters, type, row);
  }

  private Known known(ExecutionContext context, MergedField field, GraphQLObjectType type) {
    return plans.get(
        field.getSingleField(), first -> new Known(AnswerPlan.of(context, field, type)));
  }

  /** A plan until it turns out that something in it has to be waited for. */
  private static final class Known {
    private volatile @Nullable AnswerPlan plan;

    Known(@Nullable AnswerPlan plan) {
      this.plan = plan;
    }
  }
}
