package dev.godwit.manifest.internal.stream;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A manifest with its configuration.
public final class ManifestSource implements Source {
  private final Streams streams;
  private final StreamCompiler compiler;
  private final Supplier<CheckResult> check;
  private final int concurrency;
  private final Runnable release;

  ManifestSource(
      Streams streams,
      StreamCompiler compiler,
      Supplier<CheckResult> check,
      int concurrency,
      Runnable release) {
    this.streams = streams;
    this.compiler = compiler;
    this.check = check;
    this.concurrency = concurrency;
    this.release = release;
  }

  @Override
  public CheckResult check() {
    return check.get();
  }

  @Override
  public Catalog discover() {
    return new Catalog(streams.all(compiler::readRows).stream().map(compiler::describe).toList());
  }

  /// Streams that a template makes are looked at when they are opened.
  @Override
  public void begin(List<StreamPlan> plans) {
    Set<String> names =
        plans.stream().map(plan -> plan.stream().name().name()).collect(Collectors.toSet());
    streams.listed().stream()
        .filter(stream -> names.contains(stream.name()))
        .forEach(compiler::requireAllowed);
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    return open(stream, Chosen.of(stream), state);
  }

  @Override
  public StreamReader open(
      ConfiguredStream stream, CursorRange range, @Nullable StreamState state) {
    return open(stream, Chosen.of(stream, range), state);
  }

  @Override
  public boolean selectsFields(ConfiguredStream stream) {
    return PropertyCompiler.selects(declared(stream.name().name()));
  }

  private StreamReader open(ConfiguredStream stream, Chosen chosen, @Nullable StreamState state) {
    Map<String, @Nullable Object> value = state == null ? Map.of() : state.value();
    return compiler
        .compile(declared(stream.name().name()), Role.STREAM, chosen)
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
