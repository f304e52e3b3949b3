package dev.godwit.manifest.internal.stream;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.CheckSpec;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckDynamicStream;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckStream;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A manifest with its configuration.
public final class ManifestSource implements Source {
  private final CheckSpec check;
  private final Map<String, DeclarativeStream> streams;
  private final StreamCompiler compiler;
  private final int concurrency;
  private final Transport transport;

  /// @param streams by name, in the manifest's order
  ManifestSource(
      CheckSpec check,
      Map<String, DeclarativeStream> streams,
      StreamCompiler compiler,
      int concurrency,
      Transport transport) {
    this.check = check;
    this.streams = streams;
    this.compiler = compiler;
    this.concurrency = concurrency;
    this.transport = transport;
  }

  @Override
  public CheckResult check() {
    return switch (check) {
      case CheckStream declared -> {
        if (declared.configOverrides() != null) {
          throw Unsupported.field(declared, "config_overrides");
        }
        yield check(declared.streamNames());
      }
      case CheckDynamicStream other -> throw Unsupported.component(other);
    };
  }

  private CheckResult check(@Nullable List<String> names) {
    for (String name : names == null ? List.<String>of() : names) {
      try {
        if (!hasSlices(name)) {
          return new CheckResult("Stream " + name + " has nothing to read: it made no slices.");
        }
      } catch (GodwitException e) {
        return new CheckResult(e.at(Place.stream(name)).describe());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CheckResult("The check was cancelled.");
      }
    }
    return CheckResult.OK;
  }

  /// Reads up to the first row of the first slice.
  private boolean hasSlices(String name) throws InterruptedException {
    try (StreamReader reader =
        compiler.compile(declared(name), Role.STREAM).read(Map.of(), new Meter())) {
      Slice first = reader.nextSlice();
      if (first == null) {
        return false;
      }
      try (SliceReader rows = reader.open(first)) {
        rows.next();
      }
      return true;
    }
  }

  @Override
  public Catalog discover() {
    return new Catalog(streams.values().stream().map(compiler::describe).toList());
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    Map<String, @Nullable Object> value = state == null ? Map.of() : state.value();
    return compiler.compile(declared(stream.name().name()), Role.STREAM).read(value, new Meter());
  }

  private DeclarativeStream declared(String name) {
    DeclarativeStream stream = streams.get(name);
    if (stream == null) {
      throw GodwitException.config("stream.unknown", "The manifest has no stream '" + name + "'.")
          .hint("Its streams are " + String.join(", ", streams.keySet()) + ".");
    }
    return stream;
  }

  @Override
  public void close() {
    transport.close();
  }
}
