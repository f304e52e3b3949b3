package dev.godwit.protocol;

import dev.godwit.core.Connector;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.Arguments.Flag;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configuration and the connector that it is for.
///
/// @param config as it was given, a manifest inside it included: platforms that store a changed
///   configuration need all of it
record Inputs(Connector connector, Map<String, @Nullable Object> config) {
  /// Where a configuration may hold the manifest itself.
  private static final String MANIFEST = "__injected_declarative_manifest";

  /// @throws GodwitException CONFIG `manifest.none` when neither arguments nor configuration have a
  ///   manifest, and as {@link JsonFile#read}
  static Inputs read(Arguments arguments, Connectors connectors) {
    Map<String, @Nullable Object> config = JsonFile.readObject(arguments.require(Flag.CONFIG));
    Path file = arguments.find(Flag.MANIFEST_PATH);
    Path components = arguments.find(Flag.COMPONENTS_PATH);
    return new Inputs(
        file == null ? injected(config, connectors, components) : connectors.load(file, components),
        config);
  }

  private static Connector injected(
      Map<String, @Nullable Object> config, Connectors connectors, @Nullable Path components) {
    if (config.get(MANIFEST) instanceof Map<?, ?> manifest) {
      return connectors.parse(MANIFEST, JsonWriter.text(manifest), components);
    }
    throw GodwitException.config("manifest.none", "There is no manifest.")
        .hint(
            "Name a file with --manifest-path, or put the manifest as an object into the field "
                + MANIFEST
                + " of the configuration.");
  }
}
