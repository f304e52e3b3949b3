package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.spec.CheckSpec;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckDynamicStream;
import dev.godwit.manifest.internal.spec.CheckSpec.CheckStream;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Values that take the place of the configuration's own for the time of a check.
final class CheckOverrides {
  /// Keys that begin so belong to whoever runs the source.
  private static final String RESERVED = "__airbyte";

  private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");

  private CheckOverrides() {}

  static Map<String, @Nullable Object> of(CheckSpec check) {
    Map<String, @Nullable Object> overrides =
        switch (check) {
          case CheckStream declared -> declared.configOverrides();
          case CheckDynamicStream declared -> declared.configOverrides();
        };
    return overrides == null ? Map.of() : overrides;
  }

  /// The configuration to check with. Values are taken as they are written, objects as a whole.
  ///
  /// @throws GodwitException SYSTEM `check.overrides` for a reserved key, or in a manifest that
  ///   writes its configuration back: what is meant for the check would be kept for ever
  static Map<String, @Nullable Object> over(
      Map<String, @Nullable Object> config, DeclarativeSource source, Log log) {
    Map<String, @Nullable Object> overrides = of(source.check());
    Set<String> names = new TreeSet<>(overrides.keySet());
    for (String name : names) {
      if (name.startsWith(RESERVED)) {
        throw refused(source, "'" + name + "' is a reserved key");
      }
    }
    if (writesBack(source.origin().node())) {
      throw refused(
          source, "the manifest has a refresh_token_updater, which would keep them for ever");
    }
    Set<String> unknown = new TreeSet<>(names);
    Set<String> declared = declared(source.spec());
    unknown.removeAll(declared);
    if (!declared.isEmpty() && !unknown.isEmpty()) {
      log.warn("config_overrides has keys that the spec does not know: " + unknown + ".");
    }
    log.info("The check reads with other values for " + String.join(", ", names) + ".");
    Map<String, @Nullable Object> overlaid = new LinkedHashMap<>(config);
    overlaid.putAll(overrides);
    return overlaid;
  }

  private static GodwitException refused(DeclarativeSource source, String why) {
    return GodwitException.system(
            "check.overrides", "config_overrides cannot be used: " + why + ".")
        .at(source.check().origin().place("config_overrides"))
        .hint("Remove config_overrides from the manifest's check.");
  }

  private static boolean writesBack(Node node) {
    return switch (node) {
      case ObjectNode object ->
          (object.field("refresh_token_updater") instanceof ObjectNode
                  && "OAuthAuthenticator".equals(type(object)))
              || object.fields().values().stream().anyMatch(CheckOverrides::writesBack);
      case ListNode list -> list.elements().stream().anyMatch(CheckOverrides::writesBack);
      case ScalarNode _ -> false;
    };
  }

  private static @Nullable Object type(ObjectNode object) {
    Node type = object.field("type");
    return type == null ? null : type.plain();
  }

  /// Names that a spec declares, at its top or in alternatives; empty where it declares none.
  private static Set<String> declared(@Nullable Spec spec) {
    return spec == null ? Set.of() : declaredIn(spec.connectionSpecification());
  }

  private static Set<String> declaredIn(@Nullable Object schema) {
    Set<String> names = new HashSet<>();
    if (schema instanceof Map<?, ?> map) {
      if (map.get("properties") instanceof Map<?, ?> properties) {
        properties.keySet().forEach(name -> names.add(String.valueOf(name)));
      }
      List<Object> inner = new ArrayList<>();
      ALTERNATIVES.forEach(keyword -> {
        if (map.get(keyword) instanceof List<?> list) {
          list.forEach(inner::add);
        }
      });
      inner.forEach(alternative -> names.addAll(declaredIn(alternative)));
    }
    return names;
  }
}
