package cn.lianban.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads what hangs on rows together with them. A data loader does it as well, in as many
 * statements, but makes a future of each value and of all that contains it, which was a third of a
 * queue's time. {@link Loads#now} answers from here first; what was not read ahead is left to the
 * loader.
 */
@Component
public class Ahead {
  private static final String KEY = "lianban.ahead";
  private final ObjectProvider<Reader<?>> readers;
  private volatile @Nullable List<Reader<?>> found;

  Ahead(ObjectProvider<Reader<?>> readers) {
    this.readers = readers;
  }

  /** A room's answer to "what do I show on rows of this type?"; a bean. */
  public interface Reader<P> {
    Class<P> parent();

    /** Reads what is asked below the rows, one statement for all of them each. */
    void read(List<P> rows, Selected below, Known known);
  }

  /** Called by the fetcher of a list whose rows stand under {@code nodes}. */
  public <P> void ofPage(DataFetchingEnvironment env, Class<P> type, List<P> rows) {
    read(type, rows, Selected.of(env).below("nodes"), known(env.getGraphQlContext()));
  }

  /** Called by the fetcher of one row. */
  public <P> void ofOne(DataFetchingEnvironment env, Class<P> type, P row) {
    read(type, List.of(row), Selected.of(env), known(env.getGraphQlContext()));
  }

  /** Goes on from a reader to the rows it has read. */
  @SuppressWarnings("unchecked")
  public <P> void read(Class<P> type, List<P> rows, Selected below, Known known) {
    if (rows.isEmpty()) {
      return;
    }
    for (Reader<?> reader : all()) {
      if (reader.parent() == type) {
        ((Reader<P>) reader).read(rows, below, known);
      }
    }
  }

  private List<Reader<?>> all() {
    List<Reader<?>> known = found;
    if (known == null) {
      known = readers.orderedStream().<Reader<?>>map(r -> r).toList();
      found = known;
    }
    return known;
  }

  private static Known known(GraphQLContext context) {
    return context.computeIfAbsent(KEY, none -> new Known());
  }

  static @Nullable Known in(GraphQLContext context) {
    return context.get(KEY);
  }

  /** What has been read so far in this request, by the loader that would have read it. */
  public static final class Known {
    private final Map<String, Map<Object, @Nullable Object>> values = new HashMap<>();

    /** Reads by keys and remembers, also which keys have no value. */
    public <K, V> Map<K, V> put(
        String loader, Collection<K> keys, Function<Collection<K>, Map<K, V>> reading) {
      Map<K, V> answer = keys.isEmpty() ? Map.of() : reading.apply(keys);
      Map<Object, @Nullable Object> into = values.computeIfAbsent(loader, none -> new HashMap<>());
      keys.forEach(key -> into.put(key, answer.get(key)));
      return answer;
    }

    boolean has(String loader, Object key) {
      Map<Object, @Nullable Object> of = values.get(loader);
      return of != null && of.containsKey(key);
    }

    @Nullable Object get(String loader, Object key) {
      Map<Object, @Nullable Object> of = values.get(loader);
      return of == null ? null : of.get(key);
    }
  }
}
