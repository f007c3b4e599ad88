package cn.lianban.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The last word on errors: what carries a code of ours passes; documents that do not fit the schema
 * are BAD_REQUEST (told in full to developers only); of everything else an id is told, which the
 * log has.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AnswerMask implements WebGraphQlInterceptor {
  private static final Logger log = LoggerFactory.getLogger(AnswerMask.class);
  private static final Set<String> CALLERS_FAULT =
      Set.of(
          "InvalidSyntax",
          "ValidationError",
          "OperationNotSupported",
          "BAD_REQUEST",
          "INVALID_ARGUMENT");
  private static final Set<String> TOLD = Set.of("code", "field", "errorId");
  private final boolean development;

  AnswerMask(Environment environment) {
    this.development = environment.acceptsProfiles(Profiles.of("demo", "test"));
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return chain
        .next(request)
        .map(
            answer -> {
              List<GraphQLError> errors = answer.getExecutionResult().getErrors();
              return errors.isEmpty()
                  ? answer
                  : answer.transform(with -> with.errors(errors.stream().map(this::mask).toList()));
            });
  }

  GraphQLError mask(GraphQLError error) {
    Map<String, Object> extensions = new HashMap<>();
    if (error.getExtensions() != null) {
      extensions.putAll(error.getExtensions());
    }
    extensions.keySet().retainAll(TOLD);
    String words = error.getMessage();
    if (!extensions.containsKey("code")) {
      boolean callers = CALLERS_FAULT.contains(String.valueOf(error.getErrorType()));
      extensions.put("code", callers ? "BAD_REQUEST" : "INTERNAL");
      words = callers ? (development ? words : "请求与接口不符") : internal(error, extensions);
    }
    return new Told(words, error.getPath(), extensions);
  }

  private static String internal(GraphQLError error, Map<String, Object> extensions) {
    String errorId = UUID.randomUUID().toString();
    log.error("error {}: {}", errorId, error.getMessage());
    extensions.put("errorId", errorId);
    return "系统内部错误";
  }

  /** An error as the caller sees it: words, place and a code; neither class nor classification. */
  private record Told(String words, @Nullable List<Object> path, Map<String, Object> extensions)
      implements GraphQLError {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      return words;
    }

    @Override
    public @Nullable List<Object> getPath() {
      return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
      return extensions;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
      return null;
    }

    @Override
    public @Nullable ErrorClassification getErrorType() {
      return null;
    }
  }
}
