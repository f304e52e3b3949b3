package dev.godwit.manifest.internal.stream;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.CheckSpec;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckDynamicStream;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckStream;
import dev.godwit.manifest.internal.spec.CheckSpec.DynamicStreamCheckConfig;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tries whether streams can be read, each up to its first row, and stops at the first that cannot.
final class Check {
  /// Where a configuration may say which streams to try instead of the manifest's.
  private static final String NAMES = "__airbyte_check_stream_names";

  private static final CheckResult CANCELLED = new CheckResult("The check was cancelled.");

  private final Streams streams;
  private final StreamCompiler compiler;
  private final Map<String, @Nullable Object> config;

  Check(Streams streams, StreamCompiler compiler, Map<String, @Nullable Object> config) {
    this.streams = streams;
    this.compiler = compiler;
    this.config = config;
  }

  CheckResult run(CheckSpec spec) {
    return switch (spec) {
      case CheckStream named -> named(named);
      case CheckDynamicStream first -> first(first);
    };
  }

  /// Tries the streams that are named, and then some of those that templates make.
  private CheckResult named(CheckStream spec) {
    List<String> names = names(spec);
    List<DynamicStreamCheckConfig> templates =
        spec.dynamicStreamsCheckConfigs() == null ? List.of() : spec.dynamicStreamsCheckConfigs();
    List<StreamTemplateSpec> tried = new ArrayList<>();
    try {
      List<StreamTemplateSpec> known = known(names, templates);
      if (known.isEmpty()) {
        return new CheckResult("The manifest has no streams.");
      }
      for (String name : names) {
        StreamTemplateSpec stream = find(name, known);
        if (stream == null) {
          return unknown(name, known);
        }
        tried.add(stream);
      }
    } catch (GodwitException e) {
      return new CheckResult(e.describe());
    }
    CheckResult result = each(tried);
    for (int i = 0; i < templates.size() && result.succeeded(); i++) {
      result = made(templates.get(i));
    }
    return result;
  }

  private List<String> names(CheckStream spec) {
    Object wanted = config.get(NAMES);
    if (wanted == null ? !config.containsKey(NAMES) : List.of().equals(wanted)) {
      return spec.streamNames() == null ? List.of() : spec.streamNames();
    }
    if (wanted instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String::valueOf).toList();
    }
    throw GodwitException.system("check.names", NAMES + " must be a list of texts.");
  }

  /// Templates are filled only where a name or the check asks for it.
  private List<StreamTemplateSpec> known(
      List<String> names, List<DynamicStreamCheckConfig> templates) {
    Set<String> listed =
        streams.listed().stream().map(StreamTemplateSpec::name).collect(Collectors.toSet());
    boolean listedOnly = templates.isEmpty() && !names.isEmpty() && listed.containsAll(names);
    return listedOnly ? streams.listed() : streams.all(compiler::readRows);
  }

  private static @Nullable StreamTemplateSpec find(String name, List<StreamTemplateSpec> known) {
    return known.reversed().stream()
        .filter(stream -> stream.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static CheckResult unknown(String name, List<StreamTemplateSpec> known) {
    String names = known.stream().map(StreamTemplateSpec::name).collect(Collectors.joining(", "));
    return new CheckResult(
        "The manifest has no stream '" + name + "' to check. Its streams are " + names + ".");
  }

  private CheckResult made(DynamicStreamCheckConfig spec) {
    String template = spec.dynamicStreamName();
    if (!streams.templates(compiler::readRows).contains(template)) {
      return new CheckResult("The manifest has no dynamic stream '" + template + "' to check.");
    }
    List<StreamTemplateSpec> made = streams.madeBy(template, compiler::readRows);
    Integer count = spec.streamCount();
    return each(count == null ? made : first(count, made));
  }

  /// Tries the first streams of all.
  private CheckResult first(CheckDynamicStream spec) {
    List<StreamTemplateSpec> all = streams.all(compiler::readRows);
    if (all.isEmpty()) {
      return new CheckResult("The manifest has no streams.");
    }
    return spec.useCheckAvailability() ? each(first(spec.streamCount(), all)) : CheckResult.OK;
  }

  /// Counts as Python's slices do: a negative number leaves out so many at the end.
  private static List<StreamTemplateSpec> first(int count, List<StreamTemplateSpec> streams) {
    int end = count < 0 ? Math.max(0, streams.size() + count) : Math.min(count, streams.size());
    return streams.subList(0, end);
  }

  private CheckResult each(List<StreamTemplateSpec> tried) {
    for (StreamTemplateSpec stream : tried) {
      try {
        if (!hasSlices(stream)) {
          return new CheckResult(
              "Stream " + stream.name() + " has nothing to read: it made no slices.");
        }
      } catch (GodwitException e) {
        return new CheckResult(e.at(Place.stream(stream.name())).describe());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CANCELLED;
      }
    }
    return CheckResult.OK;
  }

  /// Reads up to the first row of the first slice.
  private boolean hasSlices(StreamTemplateSpec stream) throws InterruptedException {
    try (StreamReader reader =
        compiler.compile(stream, Role.STREAM, Chosen.NOTHING).read(Map.of(), new Meter())) {
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
}
