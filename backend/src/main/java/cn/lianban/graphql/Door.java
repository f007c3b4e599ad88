package cn.lianban.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The short way in for what our pages and partners send: a JSON body posted to {@code /graphql}. It
 * spares the routing and content negotiation of Spring MVC, which refuses everything else as
 * before. Fetchers see no headers: what they may know of the caller is in his scope. A visitor of a
 * district comes in here too, instead of going through every filter twice.
 */
@Component
@Order(-40) // after the scope is bound (-50)
public final class Door extends OncePerRequestFilter {
  private static final URI HERE = URI.create("/graphql");
  private static final String VISITOR = "lianban.visitor";
  private static final String TYPED = MediaTypes.APPLICATION_GRAPHQL_RESPONSE.toString();
  private final WebGraphQlHandler handler;
  private final JsonMapper json;
  private final AnswerWriter writer;

  Door(WebGraphQlHandler handler, JsonMapper json, AnswerWriter writer) {
    this.handler = handler;
    this.json = json;
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !isOurs(request)
        || (request.getAttribute(VISITOR) == null && !request.getServletPath().equals("/graphql"));
  }

  /**
   * Lets a request in that was sent to a district's own path and is bound to it by now.
   *
   * @return false when it is none of ours: as the page of that path refuses it
   */
  public static boolean opens(HttpServletRequest request) {
    boolean ours = isOurs(request);
    if (ours) {
      request.setAttribute(VISITOR, true);
    }
    return ours;
  }

  private static boolean isOurs(HttpServletRequest request) {
    return request.getMethod().equals("POST") && isJson(request.getContentType());
  }

  private static boolean isJson(@Nullable String type) {
    return type != null
        && (type.equals("application/json")
            || type.equalsIgnoreCase("application/json;charset=utf-8"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(watched -> watched.setPathPattern("/graphql"));
    WebGraphQlRequest asked;
    try {
      asked = asked(json.readValue(request.getInputStream(), SerializableGraphQlRequest.class));
    } catch (JacksonException | ServerWebInputException unreadable) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    answer(request, response, Objects.requireNonNull(handler.handleRequest(asked).block()));
  }

  private static WebGraphQlRequest asked(@Nullable SerializableGraphQlRequest body) {
    if (body == null) {
      throw new ServerWebInputException("no body");
    }
    return new WebGraphQlRequest(
        HERE, HttpHeaders.EMPTY, null, null, Map.of(), body, "", LocaleContextHolder.getLocale());
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, WebGraphQlResponse answer)
      throws IOException {
    boolean typed = wantsGraphqlType(request.getHeader(HttpHeaders.ACCEPT));
    byte[] body = writer.bytes(answer.toMap());
    if (typed && !answer.getExecutionResult().isDataPresent()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    response.setContentType(typed ? TYPED : MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The first of the two that the caller names; JSON when he names neither. */
  private static boolean wantsGraphqlType(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    int typed = accept.indexOf(TYPED);
    int plain = accept.indexOf(MediaType.APPLICATION_JSON_VALUE);
    return typed >= 0 && (plain < 0 || typed < plain);
  }
}
