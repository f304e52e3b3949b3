package dev.godwit.mapping.contract;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a document that is read key by key. Keys that nobody asks for are mistakes. For one
/// thread.
final class Entries {
  private final String path;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();

  Entries(String path, Map<?, ?> values) {
    this.path = path;
    values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
  }

  /// The object that stands somewhere.
  static Entries of(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return new Entries(path, object);
    }
    throw wrong(path, "an object with keys and values");
  }

  String path(String key) {
    return path + "." + key;
  }

  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /// A value as it stands there; null also where there is none.
  @Nullable Object value(String key) {
    known.add(key);
    return values.get(key);
  }

  boolean flag(String key, boolean otherwise) {
    return switch (value(key)) {
      case null -> otherwise;
      case Boolean flag -> flag;
      default -> throw wrong(path(key), "true or false");
    };
  }

  @Nullable String text(String key) {
    return switch (value(key)) {
      case null -> null;
      case String text -> text;
      default -> throw wrong(path(key), "a text");
    };
  }

  String required(String key) {
    String text = text(key);
    if (text == null) {
      throw GodwitException.config("contract.missing", path + " lacks the key " + key + ".")
          .at(Place.file(null, 0, 0, path));
    }
    return text;
  }

  /// A whole number from 0 upwards; null where there is none.
  @Nullable Long count(String key) {
    return switch (value(key)) {
      case null -> null;
      case Long count when count >= 0 -> count;
      default -> throw wrong(path(key), "a whole number from 0 upwards");
    };
  }

  /// What happens where a promise is broken.
  OnViolation onViolation(OnViolation otherwise) {
    return switch (text("on_violation")) {
      case null -> otherwise;
      case "warn" -> OnViolation.WARN;
      case "quarantine" -> OnViolation.QUARANTINE;
      case "fail" -> OnViolation.FAIL;
      default -> throw wrong(path("on_violation"), "fail, warn or quarantine");
    };
  }

  /// What happens where all rows together break a promise: there is no row for quarantine.
  OnViolation onViolationOfAll(OnViolation otherwise) {
    OnViolation chosen = onViolation(otherwise == OnViolation.WARN ? otherwise : OnViolation.FAIL);
    if (chosen == OnViolation.QUARANTINE) {
      throw wrong(path("on_violation"), "fail or warn, since it is not about single rows");
    }
    return chosen;
  }

  /// @throws GodwitException CONFIG `contract.unknown-key` when there are keys left
  void end() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw GodwitException.config(
                "contract.unknown-key",
                Spelling.sentence("A contract has no " + path(key), key, known))
            .hint("Known here: " + String.join(", ", known) + ".")
            .at(Place.file(null, 0, 0, path(key)));
      }
    }
  }

  static GodwitException wrong(String path, String expected) {
    return GodwitException.config("contract.wrong-value", path + " must be " + expected + ".")
        .at(Place.file(null, 0, 0, path));
  }
}
