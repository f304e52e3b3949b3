package dev.godwit.manifest.internal.property;

import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.QueryProperties;
import dev.godwit.manifest.internal.spec.QueryProperties.PropertyChunking;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The properties that a stream's requests ask for. Thread-safe.
///
/// @param always names that every request asks for
/// @param chunking null where one request asks for all
/// @param selected names that the stream's chosen schema has; null for no selection
public record Properties(
    PropertyNames names,
    List<String> always,
    @Nullable Chunking chunking,
    @Nullable Set<String> selected) {
  public static Properties of(
      QueryProperties spec, PropertyNames names, @Nullable Set<String> selected) {
    PropertyChunking chunking = spec.propertyChunking();
    return new Properties(
        names,
        List.copyOf(spec.alwaysIncludeProperties()),
        chunking == null ? null : Chunking.of(chunking),
        selected);
  }

  /// What each request of a page asks for.
  public List<List<String>> chunks(Meter meter) throws InterruptedException {
    List<String> all = names.all(meter);
    if (chunking != null) {
      return chunking.cut(all, always, selected);
    }
    List<String> chosen = selected == null ? all : all.stream().filter(selected::contains).toList();
    return List.of(Chunking.joined(always, chosen));
  }
}
