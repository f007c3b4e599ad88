package cn.lianban.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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

    /** Reads what is asked below the rows, now or {@link Later}, one statement for all of them. */
    void read(List<P> rows, Selected below, Known known);
  }

  /** Called by the fetcher of a list whose rows stand under {@code nodes}. */
  public <P> void ofPage(DataFetchingEnvironment env, Class<P> type, List<P> rows) {
    reading(env, (below, known) -> read(type, rows, below.below("nodes"), known));
  }

  /** Called by the fetcher of one row. */
  public <P> void ofOne(DataFetchingEnvironment env, Class<P> type, P row) {
    reading(env, (below, known) -> read(type, List.of(row), below, known));
  }

  /** Called by a fetcher that begins with less than a row. Answers all that is known by then. */
  public Known reading(DataFetchingEnvironment env, BiConsumer<Selected, Known> first) {
    Known known = known(env.getGraphQlContext());
    first.accept(Selected.of(env), known);
    known.settle();
    return known;
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

  /** What has been put off, to be read together. */
  public interface Later {
    /** Reads it, and whatever is put off meanwhile. */
    void settle();
  }

  /** What has been read so far in this request, by the loader that would have read it. */
  public static final class Known {
    private final Map<String, Map<Object, @Nullable Object>> values = new HashMap<>();
    private @Nullable Later later;

    /** The request's own, made at the first call. */
    public Later later(Supplier<? extends Later> making) {
      Later own = later;
      if (own == null) {
        own = making.get();
        later = own;
      }
      return own;
    }

    void settle() {
      if (later != null) {
        later.settle();
      }
    }

    /** Remembers an answer, also which keys have no value. */
    public <K, V> void put(String loader, Collection<K> keys, Map<K, V> answer) {
      Map<Object, @Nullable Object> into = values.computeIfAbsent(loader, none -> new HashMap<>());
      keys.forEach(key -> into.put(key, answer.get(key)));
    }

    /** The key has been looked up. */
    public boolean has(String loader, Object key) {
      Map<Object, @Nullable Object> of = values.get(loader);
      return of != null && of.containsKey(key);
    }

    /** The key's value; null: it has none, or nobody has asked yet. */
    public @Nullable Object get(String loader, Object key) {
      Map<Object, @Nullable Object> of = values.get(loader);
      return of == null ? null : of.get(key);
    }
  }
}
