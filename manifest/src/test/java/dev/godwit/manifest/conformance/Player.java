package dev.godwit.manifest.conformance;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Connection;
import dev.godwit.core.Delivery;
import dev.godwit.core.Generation;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.Surroundings;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.component.ComponentHosts;
import dev.godwit.manifest.internal.bind.ManifestLoader;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.stream.SourceCompiler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plays one recorded run of one connector through the engine, and says what differs.
final class Player {
  private final Path file;
  private final DeclarativeSource manifest;
  private final Map<String, @Nullable Object> recordedCase;

  /// @param file the manifest
  Player(Path file, Map<String, @Nullable Object> recordedCase) {
    this.file = file;
    this.manifest = ManifestLoader.load(file).value();
    this.recordedCase = recordedCase;
  }

  List<String> spec() {
    return Differences.spec(recordedCase.get("spec"), Manifest.load(file).spec());
  }

  List<String> discover() {
    RecordedTransport transport = new RecordedTransport(recordedCase.get("discover_exchanges"));
    Catalog catalog;
    try (Source source = source(Json.object(recordedCase.get("config")), transport, new Noted())) {
      catalog = source.discover();
    }
    List<String> problems = new ArrayList<>(Differences.requests(transport));
    problems.addAll(Differences.catalog(recordedCase.get("catalog"), catalog));
    return problems;
  }

  private Surroundings surroundings(Noted noted) {
    Instant now = Instant.parse(Json.text(recordedCase.get("now")).replace("+00:00", "Z"));
    return new Surroundings(
        Clock.fixed(now, ZoneOffset.UTC),
        time -> noted.waits().add(time.toMillis() / 1000.0),
        Map.of(),
        Log.NONE,
        update -> noted.controls().add(update.after()));
  }

  private Source source(
      Map<String, @Nullable Object> config, RecordedTransport transport, Noted noted) {
    return SourceCompiler.compile(
        manifest, config, surroundings(noted), transport, ComponentHosts.NONE);
  }

  List<String> check() {
    Map<String, @Nullable Object> want = Json.object(recordedCase.get("check"));
    RecordedTransport transport = new RecordedTransport(want.get("exchanges"));
    Noted noted = new Noted();
    CheckResult result;
    try (Source source = source(Json.object(recordedCase.get("config")), transport, noted)) {
      result = source.check();
    }
    List<String> problems = new ArrayList<>(Differences.requests(transport));
    String status = result.succeeded() ? "SUCCEEDED" : "FAILED";
    if (!status.equals(want.get("status"))) {
      problems.add(
          "check is " + status + " (" + result.problem() + ") instead of " + want.get("status"));
    }
    problems.addAll(controls(want, noted));
    return problems;
  }

  List<String> read(Map<String, @Nullable Object> want) {
    RecordedTransport transport = new RecordedTransport(want.get("exchanges"));
    Noted noted = new Noted();
    CollectingDestination destination = new CollectingDestination();
    GodwitException error = sync(want, state(want), transport, noted, destination);
    List<String> problems = new ArrayList<>(Differences.requests(transport));
    problems.addAll(Differences.rows(want.get("records"), destination.rows()));
    problems.addAll(Differences.state(want.get("final_state"), destination.lastState()));
    problems.addAll(error(want, error));
    problems.addAll(Differences.waits(want.get("waits"), noted.waits()));
    problems.addAll(controls(want, noted));
    return problems;
  }

  /// The last state of a recorded run; null when it fails or leaves none.
  @Nullable StreamState stateAfter(Map<String, @Nullable Object> want) {
    CollectingDestination destination = new CollectingDestination();
    RecordedTransport transport = new RecordedTransport(want.get("exchanges"));
    GodwitException error = sync(want, state(want), transport, new Noted(), destination);
    return error == null ? destination.lastState() : null;
  }

  /// What is asked for in a recorded run that goes on from another state.
  List<String> requestsFrom(StreamState state, Map<String, @Nullable Object> want) {
    RecordedTransport transport = new RecordedTransport(want.get("exchanges"));
    sync(want, state, transport, new Noted(), new CollectingDestination());
    return transport.seen();
  }

  private @Nullable GodwitException sync(
      Map<String, @Nullable Object> want,
      @Nullable StreamState state,
      RecordedTransport transport,
      Noted noted,
      CollectingDestination destination) {
    StreamName name = StreamName.of(Json.text(want.get("stream")));
    try (Source source = source(config(want), transport, noted)) {
      SyncPlan plan =
          new SyncPlan(
              new Connection("replay", "manifest", "memory", new ConfiguredCatalog(List.of())),
              List.of(new StreamPlan(stream(name, want), Generation.keeping(0), state)),
              Delivery.AT_LEAST_ONCE);
      SyncReport report = new SyncRun(plan, source, destination, SyncListener.SILENT).run();
      return report.streams().getFirst().error();
    } catch (GodwitException refused) {
      return refused;
    }
  }

  Map<String, @Nullable Object> config(Map<String, @Nullable Object> want) {
    Object ownConfig = want.get("config");
    return Json.object(ownConfig == null ? recordedCase.get("config") : ownConfig);
  }

  /// Only our own cases have on record what was handed back.
  private List<String> controls(Map<String, @Nullable Object> want, Noted noted) {
    return recordedCase.containsKey("shows")
        ? Differences.controls(want.get("controls"), noted.controls())
        : List.of();
  }

  private static List<String> error(
      Map<String, @Nullable Object> want, @Nullable GodwitException error) {
    Map<String, @Nullable Object> wanted = Json.object(want.get("error"));
    if (wanted.isEmpty()) {
      return error == null ? List.of() : List.of("error: " + error.describe());
    }
    if (error != null && error.code().equals("manifest.unsupported")) {
      return List.of(error.describe());
    }
    if (error == null) {
      return List.of("no error instead of " + wanted.get("message"));
    }
    Object kind = wanted.get("failure_type");
    return kind == null || kind.equals(failureType(error.kind()))
        ? List.of()
        : List.of(
            "failure type "
                + failureType(error.kind())
                + " instead of "
                + kind
                + ": "
                + error.describe());
  }

  private static String failureType(ErrorKind kind) {
    return switch (kind) {
      case CONFIG -> "config_error";
      case TRANSIENT -> "transient_error";
      case SYSTEM, CONTRACT -> "system_error";
    };
  }

  private static @Nullable StreamState state(Map<String, @Nullable Object> want) {
    StreamName name = StreamName.of(Json.text(want.get("stream")));
    for (Object message : Json.list(want.get("state"))) {
      Map<String, @Nullable Object> stream = Json.object(Json.object(message).get("stream"));
      if (name.name().equals(Json.object(stream.get("stream_descriptor")).get("name"))) {
        return new StreamState(name, new LinkedHashMap<>(Json.object(stream.get("stream_state"))));
      }
    }
    return null;
  }

  /// The stream as the recorded catalogue has it.
  private ConfiguredStream stream(StreamName name, Map<String, @Nullable Object> want) {
    Map<String, @Nullable Object> offered =
        Json.list(recordedCase.get("catalog")).stream()
            .<Map<String, @Nullable Object>>map(Json::object)
            .filter(stream -> name.name().equals(stream.get("name")))
            .findFirst()
            .orElseThrow();
    boolean incremental = "incremental".equals(want.get("sync_mode"));
    Stream stream =
        new Stream(
            name,
            Json.object(offered.get("json_schema")),
            EnumSet.allOf(SyncMode.class),
            null,
            List.of(),
            List.of(),
            false,
            false);
    return new ConfiguredStream(
        stream,
        incremental ? SyncMode.INCREMENTAL : SyncMode.FULL_REFRESH,
        WriteMode.APPEND,
        incremental ? Json.texts(offered.get("default_cursor_field")) : List.of(),
        List.of());
  }
}
