package dev.godwit.manifest.conformance;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Connection;
import dev.godwit.core.Delivery;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.Surroundings;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.stream.SourceCompiler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plays one recorded run of one connector through the engine, and says what differs.
final class Player {
  private final DeclarativeSource manifest;
  private final Map<String, @Nullable Object> recordedCase;

  Player(DeclarativeSource manifest, Map<String, @Nullable Object> recordedCase) {
    this.manifest = manifest;
    this.recordedCase = recordedCase;
  }

  private Surroundings surroundings(List<Double> waits) {
    Instant now = Instant.parse(Json.text(recordedCase.get("now")).replace("+00:00", "Z"));
    return new Surroundings(
        Clock.fixed(now, ZoneOffset.UTC),
        time -> waits.add(time.toMillis() / 1000.0),
        Map.of(),
        Log.NONE);
  }

  private Source source(
      Map<String, @Nullable Object> config, RecordedTransport transport, List<Double> waits) {
    return SourceCompiler.compile(manifest, config, surroundings(waits), transport);
  }

  List<String> check() {
    Map<String, @Nullable Object> want = Json.object(recordedCase.get("check"));
    RecordedTransport transport = new RecordedTransport(want.get("exchanges"));
    CheckResult result;
    try (Source source =
        source(Json.object(recordedCase.get("config")), transport, new ArrayList<>())) {
      result = source.check();
    }
    List<String> problems = new ArrayList<>(Differences.requests(transport));
    String status = result.succeeded() ? "SUCCEEDED" : "FAILED";
    if (!status.equals(want.get("status"))) {
      problems.add(
          "check is " + status + " (" + result.problem() + ") instead of " + want.get("status"));
    }
    return problems;
  }

  List<String> read(Map<String, @Nullable Object> want) {
    RecordedTransport transport = new RecordedTransport(want.get("exchanges"));
    Object ownConfig = want.get("config");
    Map<String, @Nullable Object> config =
        Json.object(ownConfig == null ? recordedCase.get("config") : ownConfig);
    List<Double> waits = Collections.synchronizedList(new ArrayList<>());
    CollectingDestination destination = new CollectingDestination();
    StreamName name = StreamName.of(Json.text(want.get("stream")));
    SyncReport report;
    try (Source source = source(config, transport, waits)) {
      SyncPlan plan =
          new SyncPlan(
              new Connection("replay", "manifest", "memory", new ConfiguredCatalog(List.of())),
              List.of(new StreamPlan(stream(name, want), state(name, want))),
              Delivery.AT_LEAST_ONCE);
      report = new SyncRun(plan, source, destination, SyncListener.SILENT).run();
    }
    StreamReport stream = report.streams().getFirst();
    List<String> problems = new ArrayList<>(Differences.requests(transport));
    problems.addAll(Differences.rows(want.get("records"), destination.rows()));
    problems.addAll(Differences.state(want.get("final_state"), destination.lastState()));
    problems.addAll(error(want, stream.error()));
    return problems;
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

  private static @Nullable StreamState state(StreamName name, Map<String, @Nullable Object> want) {
    for (Object message : Json.list(want.get("state"))) {
      Map<String, @Nullable Object> stream = Json.object(Json.object(message).get("stream"));
      if (name.name().equals(Json.object(stream.get("stream_descriptor")).get("name"))) {
        return new StreamState(name, new LinkedHashMap<>(Json.object(stream.get("stream_state"))));
      }
    }
    return null;
  }

  private static ConfiguredStream stream(StreamName name, Map<String, @Nullable Object> want) {
    Stream stream =
        new Stream(
            name,
            Map.of(),
            EnumSet.allOf(SyncMode.class),
            null,
            List.of(),
            List.of(),
            false,
            false);
    boolean incremental = "incremental".equals(want.get("sync_mode"));
    return new ConfiguredStream(
        stream,
        incremental ? SyncMode.INCREMENTAL : SyncMode.FULL_REFRESH,
        WriteMode.APPEND,
        List.of(),
        List.of());
  }
}
