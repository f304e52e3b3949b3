package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.template.InterpolatedMapping;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.ValueType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Parameters that a manifest gives one by one, or as one text.
sealed interface MapTemplate {
  /// A map, or a text, or null for nothing.
  ///
  /// @param types that values of a map may have; others stay text
  @Nullable Object eval(Scope scope, Set<ValueType> types);

  record Nothing() implements MapTemplate {
    @Override
    public @Nullable Object eval(Scope scope, Set<ValueType> types) {
      return null;
    }
  }

  record Text(InterpolatedString template) implements MapTemplate {
    @Override
    public @Nullable Object eval(Scope scope, Set<ValueType> types) {
      return template.eval(scope);
    }
  }

  record Entries(InterpolatedMapping template) implements MapTemplate {
    @Override
    public Object eval(Scope scope, Set<ValueType> types) {
      return template.eval(scope, types);
    }
  }

  static MapTemplate of(@Nullable TextOrMap<String> spec, Origin origin) {
    return switch (spec) {
      case null -> new Nothing();
      case TextOrMap.Text<String>(String text) ->
          text.isEmpty()
              ? new Nothing()
              : new Text(InterpolatedString.of(text, origin.parameters()));
      case TextOrMap.Entries<String>(Map<String, String> entries) ->
          entries.isEmpty()
              ? new Nothing()
              : new Entries(InterpolatedMapping.of(entries, origin.parameters()));
    };
  }
}
