package dev.godwit.connection;

import dev.godwit.config.ConfigDocument;
import dev.godwit.config.ConfigReader;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.schema.SchemaPolicy;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.destinations.Destinations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a file says about a connection. Immutable. It may hold secrets, so it has no text form.
public final class ConnectionFile {
  /// The key that no manifest has at its outermost level, as YAML writes it there.
  private static final Pattern SOURCE = Pattern.compile("(?m)^\"?source\"?\\s*:");

  private final ConfigDocument document;
  private final String name;
  private final Path source;
  private final @Nullable Path configFile;
  private final Map<String, @Nullable Object> config;
  private final String destination;
  private final RunPolicy policy;
  private final StreamsSettings streams;

  private ConnectionFile(ConfigDocument document, Section root) {
    this.document = document;
    String given = root.text("name");
    this.name = given == null ? document.name() : given;
    this.source = document.resolve(root.required("source"));
    String config = root.text("config_file");
    this.configFile = config == null ? null : document.resolve(config);
    Section inline = root.section("config");
    this.config = inline == null ? Map.of() : inline.all();
    this.destination = Destinations.resolve(root.required("destination"), document.folder());
    this.policy = RunSettings.read(root.section("run"));
    Section changes = root.section("on_schema_change");
    this.streams =
        StreamsSettings.read(
            root.section("streams"), changes == null ? SchemaPolicy.USUAL : Words.policy(changes));
    root.end();
  }

  /// Reads a file in YAML or JSON.
  ///
  /// @throws GodwitException CONFIG with file and line when it is no connection
  public static ConnectionFile read(Path file) {
    return of(ConfigDocument.read(file));
  }

  private static ConnectionFile of(ConfigDocument document) {
    try {
      return new ConnectionFile(document, new Section("", document.values()));
    } catch (GodwitException e) {
      throw document.placed(e);
    }
  }

  /// Whether a file is a connection rather than a manifest: it names a source at its outermost
  /// level.
  public static boolean isOne(Path file) {
    try {
      String text = Files.readString(file);
      return text.stripLeading().startsWith("{")
          ? ConfigDocument.parse(file, text).values().containsKey("source")
          : SOURCE.matcher(text).find();
    } catch (IOException | GodwitException e) {
      return false;
    }
  }

  /// What the user calls it.
  public String name() {
    return name;
  }

  /// The manifest of the source.
  public Path source() {
    return source;
  }

  /// URI of the destination.
  public String destination() {
    return destination;
  }

  public StreamsSettings streams() {
    return streams;
  }

  /// What to do when things go wrong.
  public RunPolicy policy() {
    return policy;
  }

  /// The configuration of the source: the file that the connection names, what stands in the
  /// connection itself, then another file and assignments.
  public Map<String, @Nullable Object> config(
      ConfigReader reader, @Nullable Path file, List<String> assignments) {
    Map<String, @Nullable Object> first =
        new LinkedHashMap<>(
            configFile == null ? Map.of() : ConfigDocument.read(configFile).values());
    first.putAll(config);
    return reader.read(first, file, assignments);
  }

  /// Where renewed credentials are written to.
  public ConfigStore store(ConfigReader reader, Log log) {
    return configFile == null
        ? reader.store(document.file(), List.of("config"), log)
        : reader.store(configFile, log);
  }

  /// An error about something that stands in this file, with its line.
  public GodwitException placed(GodwitException error) {
    return document.placed(error);
  }
}
