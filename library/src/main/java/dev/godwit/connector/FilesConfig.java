package dev.godwit.connector;

import dev.godwit.core.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A configuration of `destination-files`.
final class FilesConfig {
  private static final List<String> FORMATS = List.of("parquet", "jsonl", "csv", "avro");

  /// Fields and the options of an address that they stand for.
  private static final Map<String, String> OPTIONS =
      Map.of(
          "compression", "compression",
          "partition", "partition",
          "folder", "path",
          "file_size", "file_size",
          "file_age", "file_age");

  private FilesConfig() {}

  static Address read(Fields config, @SuppressWarnings("unused") Surroundings surroundings) {
    String format = config.text("format", FORMATS.getFirst());
    if (!FORMATS.contains(format)) {
      throw config.bad("format", "is one of " + String.join(", ", FORMATS));
    }
    String place = config.required("path");
    if (place.equals("-")) {
      throw config.bad("path", "is a folder or a bucket: the output belongs to messages");
    }
    List<String> options = new ArrayList<>();
    OPTIONS.keySet().stream()
        .sorted()
        .forEach(field -> {
          String value = config.text(field);
          if (value != null) {
            options.add(OPTIONS.get(field) + "=" + Address.encoded(value));
          }
        });
    String mark = place.contains("?") ? "&" : "?";
    String uri = format + ":" + place + (options.isEmpty() ? "" : mark + String.join("&", options));
    Map<String, String> secrets = new HashMap<>();
    Fields credentials = config.object("credentials");
    credentials.values().keySet().forEach(name -> secrets.put(name, credentials.text(name, "")));
    return new Address(uri, secrets, null);
  }
}
