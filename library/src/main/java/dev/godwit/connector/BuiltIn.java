package dev.godwit.connector;

import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.destinations.Destinations;
import dev.godwit.protocol.DestinationConnector;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A destination that Godwit has. What it wants to be configured with stands in a file of its name.
record BuiltIn(String name, Set<WriteMode> modes, Reader reader) implements DestinationConnector {
  private static final Set<WriteMode> ALL_MODES =
      Collections.unmodifiableSet(EnumSet.allOf(WriteMode.class));

  static final List<BuiltIn> ALL =
      List.of(
          new BuiltIn("destination-duckdb", ALL_MODES, DuckDbConfig::read),
          new BuiltIn("destination-postgres", ALL_MODES, PostgresConfig::read),
          new BuiltIn(
              "destination-files",
              Collections.unmodifiableSet(EnumSet.of(WriteMode.APPEND, WriteMode.OVERWRITE)),
              FilesConfig::read));

  /// Reads a configuration.
  @FunctionalInterface
  interface Reader {
    Address read(Fields config, Surroundings surroundings);
  }

  @Override
  public ConnectorSpec spec() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    String file = name + ".json";
    try (InputStream text = BuiltIn.class.getResourceAsStream(file)) {
      if (text != null && JsonParser.STRICT.parse(text.readAllBytes()) instanceof Map<?, ?> read) {
        read.forEach((key, value) -> schema.put(String.valueOf(key), value));
        return new ConnectorSpec(null, schema, null);
      }
    } catch (IOException e) {
      throw incomplete(file).causedBy(e);
    }
    throw incomplete(file);
  }

  private static GodwitException incomplete(String file) {
    return GodwitException.system("connector.incomplete", "The program lacks its file " + file);
  }

  @Override
  public Set<WriteMode> writeModes() {
    return modes;
  }

  @Override
  public Target open(Map<String, @Nullable Object> config, Surroundings surroundings) {
    Address address = reader.read(Fields.of(config), surroundings);
    Map<String, String> variables = new HashMap<>(surroundings.variables());
    variables.putAll(address.variables());
    return new Target(
        Destinations.open(address.uri(), variables, surroundings.clock()),
        address.namespace(),
        address.afterwards());
  }
}
