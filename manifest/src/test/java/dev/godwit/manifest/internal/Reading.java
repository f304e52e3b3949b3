package dev.godwit.manifest.internal;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.CursorRange;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Pause;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Surroundings;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.component.ComponentHosts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Reads the stream `items` of a small manifest, slice by slice, and keeps what came out. Waiting
/// takes no time.
///
/// The manifest's parts are given one by one, in YAML; the rest is the simplest that works.
public final class Reading {
  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check:
        type: CheckStream
        stream_names: [items]
      CHECK
      SOURCE
      streams:
      - type: DeclarativeStream
        name: items
      SCHEMA
        retriever:
          type: SimpleRetriever
          requester:
            type: HttpRequester
      REQUESTER
          record_selector:
            type: RecordSelector
      SELECTOR
      RETRIEVER
      STREAM
      concurrency_level: {type: ConcurrencyLevel, default_concurrency: CONCURRENCY}
      """;

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, String> classes = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> config = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<Pause> pauses = new CopyOnWriteArrayList<>();
  private final List<Double> waits = new ArrayList<>();
  private final AtomicInteger limits = new AtomicInteger();
  private final List<String> log = new ArrayList<>();
  private final List<@Nullable Object> rows = new ArrayList<>();
  private final List<Slice> slices = new ArrayList<>();
  private Map<String, @Nullable Object> state = Map.of();
  private ComponentHosts hosts = ComponentHosts.NONE;
  private ConfigStore store = ConfigStore.NONE;
  private @Nullable CursorRange range;
  private Traffic traffic = Traffic.NONE;
  private int concurrency = 2;

  public Reading(Api api) {
    config.put("api", api.url(""));
    parts.put("CHECK", "");
    parts.put("REQUESTER", "url_base: \"{{ config['api'] }}\"\npath: items");
    parts.put("SELECTOR", "extractor: {type: DpathExtractor, field_path: []}");
    parts.put("RETRIEVER", "");
    parts.put("STREAM", "");
    parts.put("SCHEMA", "schema_loader: {type: InlineSchemaLoader, schema: {}}");
    parts.put("SOURCE", "");
  }

  /// More fields of the check.
  public Reading check(String yaml) {
    return put("CHECK", yaml);
  }

  /// Replaces the requester's fields; without one for the address, the API's is used.
  public Reading requester(String yaml) {
    boolean hasAddress = yaml.contains("url_base:") || yaml.contains("url:");
    String address = hasAddress ? "" : "url_base: \"{{ config['api'] }}\"\n";
    String path = yaml.contains("path:") || hasAddress ? "" : "path: items\n";
    return put("REQUESTER", address + path + yaml);
  }

  /// Lets a class be the requester or the retriever: `CustomRequester`, `CustomRetriever`.
  public Reading custom(String type, String className) {
    String plain = type.equals("CustomRequester") ? "HttpRequester" : "SimpleRetriever";
    classes.put("type: " + plain, "<<: {type: " + type + ", class_name: " + className + "}");
    return this;
  }

  /// Replaces the selector's fields.
  public Reading selector(String yaml) {
    return put("SELECTOR", yaml);
  }

  /// More fields of the retriever: paginator, router.
  public Reading retriever(String yaml) {
    return put("RETRIEVER", yaml);
  }

  /// More fields of the stream: cursor, transformations.
  public Reading stream(String yaml) {
    return put("STREAM", yaml);
  }

  /// Replaces the stream's schema loader.
  public Reading schema(String yaml) {
    return put("SCHEMA", "schema_loader: " + yaml);
  }

  /// More fields of the source: budget, concurrency.
  public Reading source(String yaml) {
    return put("SOURCE", yaml);
  }

  private Reading put(String part, String yaml) {
    parts.put(part, yaml);
    return this;
  }

  public Reading config(String name, @Nullable Object value) {
    config.put(name, value);
    return this;
  }

  /// Sets how many requests may be under way at once.
  public Reading concurrency(int most) {
    concurrency = most;
    return this;
  }

  /// Sets an environment variable.
  public Reading variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /// Has changed configurations kept.
  public Reading store(ConfigStore other) {
    store = other;
    return this;
  }

  /// Has components that are classes run.
  public Reading hosts(ComponentHosts others) {
    hosts = others;
    return this;
  }

  public Reading from(Map<String, @Nullable Object> earlier) {
    state = earlier;
    return this;
  }

  /// Reads a stretch of the cursor again.
  public Reading within(String from, @Nullable String to) {
    range = new CursorRange(from, to);
    return this;
  }

  /// The whole manifest.
  public String manifest() {
    String text = MANIFEST.replace("CONCURRENCY", String.valueOf(concurrency));
    Map<String, Integer> depths =
        Map.of(
            "CHECK",
            2,
            "REQUESTER",
            6,
            "SELECTOR",
            6,
            "RETRIEVER",
            4,
            "STREAM",
            2,
            "SCHEMA",
            2,
            "SOURCE",
            0);
    for (Map.Entry<String, String> part : parts.entrySet()) {
      int depth = Objects.requireNonNull(depths.get(part.getKey()));
      text = text.replace(part.getKey() + "\n", part.getValue().indent(depth));
    }
    for (Map.Entry<String, String> written : classes.entrySet()) {
      text = text.replace(written.getKey(), written.getValue());
    }
    return text;
  }

  /// A source of the manifest as it stands.
  public Source open() {
    Clock clock = Clock.fixed(Instant.parse("2024-03-10T12:00:00Z"), ZoneOffset.UTC);
    Surroundings surroundings =
        new Surroundings(
            clock,
            time -> waits.add(time.toMillis() / 1000.0),
            variables,
            (level, line) -> log.add(level + " " + line),
            store);
    return Manifest.parse("items.yaml", manifest()).open(config, surroundings, hosts);
  }

  /// Reads all slices one after the other.
  public Reading read() {
    try (Source source = open()) {
      StreamName name = StreamName.of("items");
      Stream stream = source.discover().find(name).orElseThrow();
      StreamState given = state.isEmpty() ? null : new StreamState(name, state);
      try (StreamReader reader = open(source, stream, given)) {
        reader.onRateLimit(limits::incrementAndGet);
        reader.onPause(pauses::add);
        for (Slice slice = reader.nextSlice(); slice != null; slice = reader.nextSlice()) {
          slices.add(slice);
          read(reader, slice);
          reader.finish(slice);
        }
        StreamState end = reader.end(Extent.COMPLETE);
        traffic = reader.traffic();
        state = end == null ? Map.of() : end.value();
      }
      return this;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private StreamReader open(Source source, Stream stream, @Nullable StreamState given) {
    ConfiguredStream configured = ConfiguredStream.byDefault(stream);
    return range == null ? source.open(configured, given) : source.open(configured, range, given);
  }

  private void read(StreamReader reader, Slice slice) throws InterruptedException {
    try (SliceReader pages = reader.open(slice)) {
      for (RecordBatch batch = pages.next(); batch != null; batch = pages.next()) {
        switch (batch) {
          case JsonRows json -> {
            for (int row = 0; row < json.rows(); row++) {
              rows.add(JsonParser.STRICT.parse(json.text(row)));
            }
          }
        }
      }
    }
  }

  public List<@Nullable Object> rows() {
    return rows;
  }

  public List<Slice> slices() {
    return slices;
  }

  /// The state at the end.
  public Map<String, @Nullable Object> state() {
    return state;
  }

  /// Seconds waited before retries.
  public List<Double> waits() {
    return waits;
  }

  /// The same, as told to whoever listens.
  public List<Pause> pauses() {
    return pauses;
  }

  /// How often the API's limits made the stream wait.
  public int limits() {
    return limits.get();
  }

  /// What reading has cost the API.
  public Traffic traffic() {
    return traffic;
  }

  public List<String> log() {
    return log;
  }
}
