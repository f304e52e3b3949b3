package dev.godwit.manifest.internal.stream;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.CheckSpec;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckDynamicStream;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckStream;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A manifest with its configuration.
public final class ManifestSource implements Source {
  private final CheckSpec check;
  private final Streams streams;
  private final StreamCompiler compiler;
  private final Map<String, @Nullable Object> config;
  private final int concurrency;
  private final Runnable release;

  ManifestSource(
      CheckSpec check,
      Streams streams,
      StreamCompiler compiler,
      Map<String, @Nullable Object> config,
      int concurrency,
      Runnable release) {
    this.check = check;
    this.streams = streams;
    this.compiler = compiler;
    this.config = config;
    this.concurrency = concurrency;
    this.release = release;
  }

  @Override
  public CheckResult check() {
    Check trial = new Check(streams, compiler, config);
    return switch (check) {
      case CheckStream declared -> {
        if (declared.configOverrides() != null) {
          throw Unsupported.field(declared, "config_overrides");
        }
        yield trial.named(declared);
      }
      case CheckDynamicStream declared -> {
        if (declared.configOverrides() != null) {
          throw Unsupported.field(declared, "config_overrides");
        }
        yield trial.first(declared);
      }
    };
  }

  @Override
  public Catalog discover() {
    return new Catalog(streams.all(compiler::readRows).stream().map(compiler::describe).toList());
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    Map<String, @Nullable Object> value = state == null ? Map.of() : state.value();
    return compiler
        .compile(declared(stream.name().name()), Role.STREAM, Chosen.of(stream))
        .read(value, new Meter());
  }

  private StreamTemplateSpec declared(String name) {
    List<StreamTemplateSpec> all = streams.all(compiler::readRows);
    for (StreamTemplateSpec stream : all.reversed()) {
      if (stream.name().equals(name)) {
        return stream;
      }
    }
    String names = all.stream().map(StreamTemplateSpec::name).collect(Collectors.joining(", "));
    throw GodwitException.config("stream.unknown", "The manifest has no stream '" + name + "'.")
        .hint("Its streams are " + names + ".");
  }

  @Override
  public void close() {
    release.run();
  }
}
