package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.ComponentHosts;
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
    try (Source source =
        SourceCompiler.compile(
            manifest, config, SURROUNDINGS, new NoNetwork(), ComponentHosts.NONE)) {
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

  /// An error has a place, or it names the field of the configuration, the stream or the template
  /// that it is about.
  private static void requireClear(GodwitException refusal) {
    boolean namesCause =
        refusal.code().startsWith("config.")
            || refusal.code().equals("stream.unknown")
            || (refusal.code().startsWith("template.") && refusal.message().contains("`"));
    assertThat(refusal.place().toString().isEmpty() && !namesCause)
        .as("%s: %s", refusal.code(), refusal.describe())
        .isFalse();
  }

  private static Map<String, @Nullable Object> config(@Nullable Spec spec) {
    return spec == null ? Map.of() : object(spec.connectionSpecification());
  }

  /// A value for each property, of the first alternative where there are several.
  private static Map<String, @Nullable Object> object(Map<?, ?> schema) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (schema.get("oneOf") instanceof List<?> alternatives
        && !alternatives.isEmpty()
        && alternatives.getFirst() instanceof Map<?, ?> first) {
      values.putAll(object(first));
    }
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, rules) -> values.put(String.valueOf(name), value(rules)));
    }
    return values;
  }

  private static @Nullable Object value(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> rules)) {
      return "text";
    }
    if (rules.containsKey("const")) {
      return rules.get("const");
    }
    for (String offer : List.of("enum", "examples")) {
      if (rules.get(offer) instanceof List<?> values && !values.isEmpty()) {
        return values.getFirst();
      }
    }
    if (rules.containsKey("default")) {
      return rules.get("default");
    }
    return switch (String.valueOf(rules.get("type"))) {
      case "integer", "number" -> rules.get("minimum") instanceof Long least ? least : (Long) 1L;
      case "boolean" -> true;
      case "array" -> List.of();
      case "object" -> object(rules);
      default -> rules.containsKey("pattern") ? "2024-01-01T00:00:00Z" : "text";
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
