package cn.lianban.graphql;

import com.netflix.graphql.dgs.internal.DgsDataLoaderProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * A request's data loaders are made when it asks for the first of them. DGS makes all of them for
 * each request; most of ours need none, because lists are read {@link Ahead}.
 */
@Component
final class LazyLoaders implements BeanPostProcessor {
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DgsDataLoaderProvider all ? new WhenAsked(all) : bean;
  }

  private record WhenAsked(DgsDataLoaderProvider all) implements DgsDataLoaderProvider {
    @Override
    public DataLoaderRegistry buildRegistry() {
      return new Registry(all::buildRegistry);
    }

    @Override
    public <T> DataLoaderRegistry buildRegistryWithContextSupplier(Supplier<T> context) {
      return new Registry(() -> all.buildRegistryWithContextSupplier(context));
    }
  }

  /** Stands for the real one, which does not exist before it is asked for a loader. */
  private static final class Registry extends DataLoaderRegistry implements AutoCloseable {
    private final Supplier<DataLoaderRegistry> making;
    private @Nullable DataLoaderRegistry real;

    Registry(Supplier<DataLoaderRegistry> making) {
      this.making = making;
    }

    @Override
    public <K, V> @Nullable DataLoader<K, V> getDataLoader(String key) {
      DataLoaderRegistry made = real;
      if (made == null) {
        made = making.get();
        real = made;
      }
      return made.getDataLoader(key);
    }

    @Override
    public List<DataLoader<?, ?>> getDataLoaders() {
      return real == null ? List.of() : real.getDataLoaders();
    }

    @Override
    public Map<String, DataLoader<?, ?>> getDataLoadersMap() {
      return real == null ? Map.of() : real.getDataLoadersMap();
    }

    @Override
    public Set<String> getKeys() {
      return real == null ? Set.of() : real.getKeys();
    }

    @Override
    public void dispatchAll() {
      if (real != null) {
        real.dispatchAll();
      }
    }

    @Override
    public int dispatchAllWithCount() {
      return real == null ? 0 : real.dispatchAllWithCount();
    }

    @Override
    public int dispatchDepth() {
      return real == null ? 0 : real.dispatchDepth();
    }

    @Override
    public void close() throws Exception {
      if (real instanceof AutoCloseable closing) {
        closing.close();
      }
    }
  }
}
