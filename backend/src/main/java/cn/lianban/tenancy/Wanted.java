package cn.lianban.tenancy;

import cn.lianban.graphql.Ahead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what several readers want to know and asks for all of it in one trip; what is wanted
 * while the answers are handed out goes with the next one. Of one loader each key is asked once.
 */
public final class Wanted implements Ahead.Later {
  private final TenantScope scope;
  private final Ahead.Known known;
  private Map<String, Want<?, ?>> next = new LinkedHashMap<>();

  Wanted(TenantScope scope, Ahead.Known known) {
    this.scope = scope;
    this.known = known;
  }

  /** One question about many keys, its answer after {@link Round#go}. */
  public interface Batch<K, V> {
    Supplier<Map<K, V>> add(Round round, Collection<K> keys);
  }

  /** Wants the values of keys to be known, nothing more. */
  public <K, V> void add(String loader, Collection<K> keys, Batch<K, V> batch) {
    add(loader, keys, batch, values -> {});
  }

  /**
   * @param then called with the values that there are, once they are known
   */
  @SuppressWarnings("unchecked")
  public <K, V> void add(
      String loader, Collection<K> keys, Batch<K, V> batch, Consumer<List<V>> then) {
    List<K> asked = List.copyOf(keys);
    List<K> unknown = asked.stream().filter(key -> !known.has(loader, key)).toList();
    if (unknown.isEmpty()) {
      then.accept(values(loader, asked));
      return;
    }
    var want = (Want<K, V>) next.computeIfAbsent(loader, none -> new Want<>(loader, batch));
    want.keys.addAll(unknown);
    want.then.add(() -> then.accept(values(loader, asked)));
  }

  @SuppressWarnings("unchecked")
  private <V> List<V> values(String loader, List<?> keys) {
    return keys.stream().map(key -> (V) known.get(loader, key)).filter(Objects::nonNull).toList();
  }

  @Override
  public void settle() {
    while (!next.isEmpty()) {
      List<Want<?, ?>> wave = List.copyOf(next.values());
      next = new LinkedHashMap<>();
      Round round = new Round(scope);
      wave.forEach(want -> want.ask(round));
      round.go();
      wave.forEach(want -> want.answer(known));
      wave.forEach(want -> want.then.forEach(Runnable::run));
    }
  }

  /** What is wanted of one loader. */
  private static final class Want<K, V> {
    private final String loader;
    private final Batch<K, V> batch;
    private final Set<K> keys = new LinkedHashSet<>();
    private final List<Runnable> then = new ArrayList<>();
    private @Nullable Supplier<Map<K, V>> answer;

    Want(String loader, Batch<K, V> batch) {
      this.loader = loader;
      this.batch = batch;
    }

    void ask(Round round) {
      answer = batch.add(round, keys);
    }

    void answer(Ahead.Known known) {
      known.put(loader, keys, Objects.requireNonNull(answer).get());
    }
  }
}
