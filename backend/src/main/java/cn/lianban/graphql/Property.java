package cn.lianban.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field that is a component of a record; an {@code id} that is a row's number becomes the API's
 * id of the type. What is no record is read as graphql-java would.
 */
final class Property implements LightDataFetcher<Object> {
  private final String name;
  private final @Nullable String kind;
  private final PropertyDataFetcher<Object> otherwise;
  private final ClassValue<Optional<MethodHandle>> accessors =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return accessor(type);
        }
      };

  /**
   * @param kind the type whose id the field is, null for other fields
   */
  Property(String name, @Nullable String kind) {
    this.name = name;
    this.kind = kind;
    this.otherwise = PropertyDataFetcher.fetching(name);
  }

  private Optional<MethodHandle> accessor(Class<?> type) {
    if (!type.isRecord()) {
      return Optional.empty();
    }
    try {
      Method method = type.getDeclaredMethod(name);
      method.setAccessible(true);
      return Optional.of(
          MethodHandles.lookup()
              .unreflect(method)
              .asType(MethodType.methodType(Object.class, Object.class)));
    } catch (NoSuchMethodException | IllegalAccessException none) {
      return Optional.empty();
    }
  }

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition field,
      @Nullable Object source,
      Supplier<DataFetchingEnvironment> environment)
      throws Exception {
    if (source == null) {
      return null;
    }
    Optional<MethodHandle> accessor = accessors.get(source.getClass());
    return accessor.isPresent() ? typed(read(accessor.get(), source)) : get(environment.get());
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    return typed(otherwise.get(environment));
  }

  private @Nullable Object typed(@Nullable Object value) {
    return kind != null && value instanceof Number number
        ? Ids.of(kind, number.longValue())
        : value;
  }

  private static @Nullable Object read(MethodHandle accessor, Object source) throws Exception {
    try {
      return accessor.invokeExact(source);
    } catch (Exception | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
