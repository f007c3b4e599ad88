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
import java.time.LocalDate;
import java.util.Locale;

/** A calendar day, ISO 8601. */
@DgsScalar(name = "Date")
final class DateScalar implements Coercing<LocalDate, String> {
  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return value.toString();
  }

  @Override
  public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return LocalDate.parse(input.toString());
    } catch (DateTimeException malformed) {
      throw new CoercingParseValueException("not a day like 2026-11-22");
    }
  }

  @Override
  public LocalDate parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (input instanceof StringValue text) {
      return parseValue(String.valueOf(text.getValue()), context, locale);
    }
    throw new CoercingParseLiteralException("not a day like 2026-11-22");
  }
}
