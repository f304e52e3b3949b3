package dev.godwit.config;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a configuration together: a file, then assignments that add to it or change it, then the
/// values of environment variables. Messages name keys and never show values.
public final class ConfigReader {
  private final Path folder;
  private final VariableValues variables;

  /// @param folder what relative paths are relative to
  /// @param variables environment variables
  public ConfigReader(Path folder, Map<String, String> variables) {
    this.folder = folder;
    this.variables = new VariableValues(variables);
  }

  /// Reads the configuration.
  ///
  /// @param file JSON or YAML; null for none
  /// @param assignments `key=value`, `outer.inner=value` or `key=@file`
  /// @throws GodwitException CONFIG when something cannot be read
  public Map<String, @Nullable Object> read(@Nullable Path file, List<String> assignments) {
    return read(Map.of(), file, assignments);
  }

  /// As {@link #read(Path, List)}, with values that the file adds to or changes.
  public Map<String, @Nullable Object> read(
      Map<String, @Nullable Object> first, @Nullable Path file, List<String> assignments) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>(first);
    if (file != null) {
      config.putAll(ConfigFile.parse(file, text(folder.resolve(file))));
    }
    for (String assignment : assignments) {
      Assignment.parse(assignment, name -> text(folder.resolve(name))).applyTo(config);
    }
    return variables.fillIn(config);
  }

  /// Where changes of a configuration go that was read from `file`.
  ///
  /// @param file null for none
  public ConfigStore store(@Nullable Path file, Log log) {
    return new FileConfigStore(file == null ? null : folder.resolve(file), List.of(), log);
  }

  /// Where changes of a configuration go that is a part of `file`.
  ///
  /// @param path keys that lead to it
  public ConfigStore store(Path file, List<String> path, Log log) {
    return new FileConfigStore(folder.resolve(file), path, log);
  }

  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw GodwitException.config("config.unreadable", "Cannot read " + file + ": " + reason(e))
          .causedBy(e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "there is no such file.";
      case AccessDeniedException denied -> "it may not be read.";
      case MalformedInputException malformed -> "it is not UTF-8 text.";
      default -> String.valueOf(e.getMessage());
    };
  }
}
