package dev.godwit.manifest.internal.config;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.ConfigStore.Cause;
import dev.godwit.core.ConfigStore.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The configuration of a running source, which the source may change. Thread-safe: who reads sees
/// all of a change or nothing of it.
public final class LiveConfig {
  private final ConfigStore store;
  private volatile Map<String, @Nullable Object> current;

  /// @param config is copied
  /// @param store hears of each change
  public LiveConfig(Map<String, @Nullable Object> config, ConfigStore store) {
    this.current = copy(config);
    this.store = store;
  }

  /// The configuration as it is now. It stays as it is: a change makes a new one.
  public Map<String, @Nullable Object> current() {
    return current;
  }

  /// Renews credentials in a copy, puts it in the place of the current configuration and has it
  /// kept.
  ///
  /// @throws dev.godwit.core.error.GodwitException as {@link ConfigStore#keep}; the change counts
  ///   all the same
  public synchronized void renew(Consumer<Map<String, @Nullable Object>> edit) {
    Map<String, @Nullable Object> before = current;
    Map<String, @Nullable Object> changed = copy(before);
    edit.accept(changed);
    current = changed;
    store.keep(new Update(Cause.RENEWED, before, changed));
  }

  /// Puts a configuration with renewed credentials in the place of the current one, as
  /// [#renew(Consumer)] does.
  public void replace(Map<String, @Nullable Object> renewed) {
    renew(config -> {
      config.clear();
      config.putAll(copy(renewed));
    });
  }

  /// A copy that shares nothing that can be changed.
  static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> map) {
    Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((key, value) -> copy.put(key, copyOf(value)));
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object copyOf(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy((Map<String, @Nullable Object>) map);
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(copyOf(item)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}
