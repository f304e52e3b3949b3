package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Streams of a shop whose components are in Python, and what tests do with them.
final class ShopReadings {
  static final String THREE = "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]";
  static final String ODD =
      "record_filter: {type: CustomRecordFilter, class_name: source_shop.components.Odd}";

  private ShopReadings() {}

  static Path components() {
    try {
      return Path.of(
          Objects.requireNonNull(ShopReadings.class.getResource("components.py")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Reading reading(Api api) {
    return reading(api, Pythons.settings());
  }

  static Reading reading(Api api, PythonSettings settings) {
    return new Reading(api)
        .hosts(new PythonComponents(components(), settings))
        .config("shop", "Corner")
        .config("url", api.url(""))
        .config("address", "127.0.0.1:" + api.port());
  }

  static Api three() {
    return Api.answering(asked -> Answered.json(THREE));
  }

  static String transformed(String className) {
    return "transformations: [{type: CustomTransformation, class_name: source_shop.components."
        + className
        + "}]";
  }

  static @Nullable Object field(@Nullable Object row, String name) {
    return row instanceof Map<?, ?> fields ? fields.get(name) : null;
  }

  static GodwitException failure(Reading reading) {
    try {
      List<?> rows = reading.read().rows();
      throw new AssertionError("it was read: " + rows);
    } catch (GodwitException e) {
      return e;
    }
  }
}
