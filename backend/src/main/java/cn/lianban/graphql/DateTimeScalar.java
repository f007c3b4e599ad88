package cn.lianban.graphql;

import com.netflix.graphql.dgs.DgsScalar;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** An instant, ISO 8601 with an offset; written in UTC. */
@DgsScalar(name = "DateTime")
final class DateTimeScalar implements Coercing<Instant, String> {
  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return value.toString();
  }

  @Override
  public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return OffsetDateTime.parse(input.toString()).toInstant();
    } catch (DateTimeException malformed) {
      throw new CoercingParseValueException("not an instant like 2026-11-22T09:30:00+08:00");
    }
  }

  @Override
  public Instant parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (input instanceof StringValue text) {
      return parseValue(String.valueOf(text.getValue()), context, locale);
    }
    throw new CoercingParseLiteralException("not an instant like 2026-11-22T09:30:00+08:00");
  }
}
