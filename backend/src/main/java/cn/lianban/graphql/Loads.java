package cn.lianban.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Asks a data loader by its name; a name that is not registered is a bug. */
public final class Loads {
  private Loads() {}

  public static <K, V> CompletableFuture<V> one(DataFetchingEnvironment env, String loader, K key) {
    DataLoader<K, V> found = env.getDataLoader(loader);
    return Objects.requireNonNull(found, loader).load(key);
  }

  /** The value itself when it was read {@link Ahead}, else a future of it. */
  public static <K> @Nullable Object now(DataFetchingEnvironment env, String loader, K key) {
    Ahead.Known known = Ahead.in(env.getGraphQlContext());
    return known != null && known.has(loader, key)
        ? known.get(loader, key)
        : Loads.<K, Object>one(env, loader, key);
  }

  /** As {@link #now}, for lists: no value is an empty list. */
  public static <K> Object listNow(DataFetchingEnvironment env, String loader, K key) {
    return of(env, loader, key, (@Nullable Object rows) -> rows == null ? List.of() : rows);
  }

  /** As {@link #now}, of what is made from the value. */
  @SuppressWarnings("unchecked")
  public static <K, V> Object of(
      DataFetchingEnvironment env, String loader, K key, Function<@Nullable V, Object> making) {
    Object value = now(env, loader, key);
    return value instanceof CompletableFuture<?> later
        ? later.thenApply(found -> making.apply((V) found))
        : making.apply((V) value);
  }
}
