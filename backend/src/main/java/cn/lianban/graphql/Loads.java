package cn.lianban.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;

/** Asks a data loader by its name; a name that is not registered is a bug. */
public final class Loads {
  private Loads() {}

  public static <K, V> CompletableFuture<V> one(DataFetchingEnvironment env, String loader, K key) {
    DataLoader<K, V> found = env.getDataLoader(loader);
    return Objects.requireNonNull(found, loader).load(key);
  }
}
