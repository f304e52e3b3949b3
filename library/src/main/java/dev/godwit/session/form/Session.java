package dev.godwit.session.form;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One recorded reading of a source. Holds no secrets: placeholders stand where they were.
///
/// @param connector the manifest, relative to the file of the session
/// @param components the file of its Python, relative as well; null for the one beside it
/// @param now when it was recorded; the clock stands still there
/// @param limit how many rows of each stream were read at most; null for all
/// @param catalog what was asked for to know the streams
public record Session(
    String connector,
    @Nullable String components,
    Instant now,
    @Nullable Long limit,
    Map<String, @Nullable Object> config,
    List<Exchange> catalog,
    List<StreamSession> streams) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Session(
      String connector,
      @Nullable String components,
      Instant now,
      @Nullable Long limit,
      Map<String, @Nullable Object> config,
      List<Exchange> catalog,
      List<StreamSession> streams) {
    this.connector = connector;
    this.components = components;
    this.now = now;
    this.limit = limit;
    this.config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    this.catalog = List.copyOf(catalog);
    this.streams = List.copyOf(streams);
  }

  /// The same session with other exchanges and expectations.
  public Session with(List<Exchange> forCatalog, List<StreamSession> others) {
    return new Session(connector, components, now, limit, config, forCatalog, others);
  }

  /// How many exchanges it has.
  public int requests() {
    return catalog.size() + streams.stream().mapToInt(stream -> stream.exchanges().size()).sum();
  }
}
