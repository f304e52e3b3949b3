package dev.godwit.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file in YAML or JSON whose values know where they stand. Immutable.
public final class ConfigDocument {
  private static final Pattern EXTENSION = Pattern.compile("\\.[^.]*$");

  private final Path file;
  private final Map<String, @Nullable Object> values;
  private final Map<String, Place> places;

  private ConfigDocument(
      Path file, Map<String, @Nullable Object> values, Map<String, Place> places) {
    this.file = file;
    this.values = values;
    this.places = places;
  }

  /// Reads a file.
  ///
  /// @throws GodwitException CONFIG `config.unreadable` or `config.syntax` when it is no object
  public static ConfigDocument read(Path file) {
    return parse(file, ConfigReader.text(file));
  }

  /// Reads a text.
  ///
  /// @param file stands for the text in errors
  public static ConfigDocument parse(Path file, String text) {
    // JSON is YAML, but for its tabs.
    YamlConfig yaml = new YamlConfig(file);
    Object value = yaml.parse(text.replace('\t', ' '));
    return new ConfigDocument(file, ConfigFile.object(file, value), yaml.places());
  }

  public Path file() {
    return file;
  }

  /// The file's name without its extension.
  public String name() {
    return EXTENSION.matcher(String.valueOf(file.getFileName())).replaceFirst("");
  }

  /// What paths in the file are relative to.
  public Path folder() {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  public Path resolve(String path) {
    return folder().resolve(path);
  }

  /// The values by key. Not to be changed.
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /// An error about a path in this document, with file and line.
  public GodwitException placed(GodwitException error) {
    String path = error.place().path();
    Place place = path == null ? null : places.get(path);
    return error.at(place == null ? Place.file(file.toString(), 0, 0, null) : place);
  }
}
