package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.Spec;
import dev.godwit.manifest.internal.stream.SourceCompiler;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compiles all streams of a manifest with a made-up configuration and without a network.
final class DryCompilation {
  private static final Surroundings SURROUNDINGS =
      new Surroundings(
          Clock.fixed(Instant.parse("2024-03-10T12:00:00Z"), ZoneOffset.UTC),
          _ -> {},
          Map.of(),
          (_, _) -> {});

  private DryCompilation() {}

  /// How many streams can be opened. The others are refused in a way that tells what to do.
  static int of(DeclarativeSource manifest) {
    int opened = 0;
    Map<String, @Nullable Object> config = config(manifest.spec());
    try (Source source = SourceCompiler.compile(manifest, config, SURROUNDINGS, new NoNetwork())) {
      for (Stream stream : source.discover().streams()) {
        opened += opens(source, stream) ? 1 : 0;
      }
    } catch (GodwitException refusal) {
      requireClear(refusal);
    }
    return opened;
  }

  private static boolean opens(Source source, Stream stream) {
    try {
      source.open(ConfiguredStream.byDefault(stream), null).close();
      return true;
    } catch (GodwitException refusal) {
      requireClear(refusal);
      return false;
    }
  }

  /// An error has a place, or shows the template that caused it.
  private static void requireClear(GodwitException refusal) {
    boolean showsTemplate =
        refusal.code().startsWith("template.") && refusal.message().contains("`");
    assertThat(refusal.place().toString().isEmpty() && !showsTemplate)
        .as("%s: %s", refusal.code(), refusal.describe())
        .isFalse();
  }

  /// The first example of each field, its default, or some value of its type.
  private static Map<String, @Nullable Object> config(@Nullable Spec spec) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    Object properties = spec == null ? null : spec.connectionSpecification().get("properties");
    if (properties instanceof Map<?, ?> map) {
      map.forEach((name, schema) -> config.put(String.valueOf(name), value(schema)));
    }
    return config;
  }

  private static @Nullable Object value(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> rules)) {
      return "text";
    }
    if (rules.get("examples") instanceof List<?> examples && !examples.isEmpty()) {
      return examples.getFirst();
    }
    return switch (String.valueOf(rules.get("type"))) {
      case "integer", "number" -> 1L;
      case "boolean" -> true;
      case "array" -> List.of("a");
      case "object" -> Map.of();
      default -> "2024-01-01T00:00:00Z";
    };
  }

  private static final class NoNetwork implements Transport {
    @Override
    public Response send(Request request, Session session) throws IOException {
      throw new IOException("there is no network");
    }

    @Override
    public void close() {}
  }
}
