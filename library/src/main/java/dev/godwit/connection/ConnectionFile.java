package dev.godwit.connection;

import dev.godwit.config.ConfigDocument;
import dev.godwit.config.ConfigReader;
import dev.godwit.connector.ConnectorReference;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.schema.SchemaPolicy;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.destinations.Destinations;
import dev.godwit.permission.PythonPermission;
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
  private final ConnectorReference source;
  private final @Nullable Path configFile;
  private final Map<String, @Nullable Object> config;
  private final String destination;
  private final @Nullable Path destinationConfigFile;
  private final Map<String, @Nullable Object> destinationConfig;
  private final RunPolicy policy;
  private final StreamsSettings streams;

  private ConnectionFile(ConfigDocument document, Section root) {
    this.document = document;
    String given = root.text("name");
    this.name = given == null ? document.name() : given;
    this.source =
        new ConnectorReference(root.required("source"), document.folder(), python(root, document));
    String config = root.text("config_file");
    this.configFile = config == null ? null : document.resolve(config);
    Section inline = root.section("config");
    this.config = inline == null ? Map.of() : inline.all();
    this.destination = Destinations.resolve(root.required("destination"), document.folder());
    String destinationFile = root.text("destination_config_file");
    this.destinationConfigFile = destinationFile == null ? null : document.resolve(destinationFile);
    Section destinationInline = root.section("destination_config");
    this.destinationConfig = destinationInline == null ? Map.of() : destinationInline.all();
    this.policy = RunSettings.read(root.section("run"));
    Section changes = root.section("on_schema_change");
    this.streams =
        StreamsSettings.read(
            root.section("streams"), changes == null ? SchemaPolicy.USUAL : Words.policy(changes));
    root.end();
  }

  private static PythonPermission python(Section root, ConfigDocument document) {
    boolean allowed = Boolean.TRUE.equals(root.flag("allow_python"));
    String file = root.text("components");
    return (allowed ? PythonPermission.ALLOWED : PythonPermission.REFUSED)
        .with(file == null ? null : document.resolve(file));
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

  /// The connector of the source.
  public ConnectorReference source() {
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
    return values(configFile, config, reader, file, assignments);
  }

  /// The configuration of the destination, where it is a program, as {@link #config} has that of
  /// the source.
  public Map<String, @Nullable Object> destinationConfig(
      ConfigReader reader, @Nullable Path file, List<String> assignments) {
    return values(destinationConfigFile, destinationConfig, reader, file, assignments);
  }

  private static Map<String, @Nullable Object> values(
      @Nullable Path named,
      Map<String, @Nullable Object> inline,
      ConfigReader reader,
      @Nullable Path file,
      List<String> assignments) {
    Map<String, @Nullable Object> first =
        new LinkedHashMap<>(named == null ? Map.of() : ConfigDocument.read(named).values());
    first.putAll(inline);
    return reader.read(first, file, assignments);
  }

  /// Where renewed credentials are written to.
  public ConfigStore store(ConfigReader reader, Log log) {
    return store(configFile, "config", reader, log);
  }

  /// Where a changed configuration of the destination is written to.
  public ConfigStore destinationStore(ConfigReader reader, Log log) {
    return store(destinationConfigFile, "destination_config", reader, log);
  }

  private ConfigStore store(@Nullable Path named, String section, ConfigReader reader, Log log) {
    return named == null
        ? reader.store(document.file(), List.of(section), log)
        : reader.store(named, log);
  }

  /// The file itself.
  public Path file() {
    return document.file();
  }

  /// What paths in the file are relative to.
  public Path folder() {
    return document.folder();
  }

  /// An error about something that stands in this file, with its line.
  public GodwitException placed(GodwitException error) {
    return document.placed(error);
  }
}
