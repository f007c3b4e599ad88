package cn.lianban.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a {@link Problem}'s words; of everything else only an id, which the log has once. */
@Component
final class MaskedErrors implements DataFetcherExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(MaskedErrors.class);

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    Throwable thrown = parameters.getException();
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    GraphQLError error =
        GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
            .message(words(cause))
            .extensions(extensions(cause))
            .build();
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  static String words(Throwable cause) {
    return cause instanceof Problem problem ? String.valueOf(problem.getMessage()) : "系统内部错误";
  }

  static Map<String, Object> extensions(Throwable cause) {
    Map<String, Object> extensions = new HashMap<>();
    if (cause instanceof Problem problem) {
      extensions.put("code", problem.code());
      if (problem.field() != null) {
        extensions.put("field", problem.field());
      }
      return extensions;
    }
    String errorId = UUID.randomUUID().toString();
    log.error("error {}", errorId, cause);
    extensions.put("code", "INTERNAL");
    extensions.put("errorId", errorId);
    return extensions;
  }
}
