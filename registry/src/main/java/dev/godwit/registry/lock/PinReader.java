package dev.godwit.registry.lock;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorVersion;
import dev.godwit.registry.entry.Printable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads pins out of the lock file, which may come from anybody.
final class PinReader {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> KNOWN =
      Set.of("kind", "version", "registry", "manifest", "python", "image");

  private PinReader() {}

  static Pin read(String key, Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw wrong(key, "is no object");
    }
    ConnectorKind kind =
        Stream.of(ConnectorKind.values())
            .filter(each -> each.word().equals(fields.get("kind")))
            .findFirst()
            .orElseThrow(() -> wrong(key, "has no kind"));
    ConnectorName name = ConnectorName.complete(key).orElseGet(() -> new ConnectorName(kind, key));
    if (name.kind() != kind) {
      throw wrong(key, "says that it is a " + kind.word());
    }
    Map<String, Object> others = new HashMap<>();
    fields.forEach((field, other) -> {
      if (other != null && !KNOWN.contains(field)) {
        others.put(String.valueOf(field), other);
      }
    });
    return new Pin(
        name,
        new ConnectorVersion(required(key, fields, "version")),
        required(key, fields, "registry"),
        manifest(key, fields.get("manifest")),
        optional(fields, "python"),
        optional(fields, "image"),
        others);
  }

  private static Pin.@Nullable PinnedFile manifest(String key, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> fields) {
      String sha256 = required(key, fields, "sha256");
      if (SHA256.matcher(sha256).matches()) {
        return new Pin.PinnedFile(required(key, fields, "url"), sha256);
      }
    }
    throw wrong(key, "has a manifest without address and sha256");
  }

  private static String required(String key, Map<?, ?> fields, String field) {
    String value = optional(fields, field);
    if (value == null) {
      throw wrong(key, "has no " + field);
    }
    return value;
  }

  private static @Nullable String optional(Map<?, ?> fields, String field) {
    return fields.get(field) instanceof String text && !text.isBlank() ? text : null;
  }

  private static GodwitException wrong(String key, String problem) {
    return LockFile.unreadable(Printable.quoted(key) + " " + problem);
  }
}
