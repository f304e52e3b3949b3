package dev.godwit.registry.lock;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.registry.entry.ConnectorName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The file `godwit.lock` of a project: which version of each connector it uses. It belongs under
/// version control. Whoever changes it reads it first, so fields that a newer Godwit has written
/// stay.
///
/// @param file where it lies, or would
public record LockFile(Path file) {
  /// What the file is called.
  public static final String NAME = "godwit.lock";

  private static final String FORM = "lock_version";
  private static final long KNOWN_FORM = 1;
  private static final String CONNECTORS = "connectors";
  private static final String COMPONENTS = "components";

  /// The pins, in alphabetical order.
  ///
  /// @throws GodwitException CONFIG `registry.lock` when the file cannot be understood
  public List<Pin> pins() {
    return section(read(), CONNECTORS).entrySet().stream()
        .map(each -> PinReader.read(each.getKey(), each.getValue()))
        .toList();
  }

  /// The pin of a connector.
  public Optional<Pin> find(ConnectorName name) {
    return pins().stream().filter(pin -> pin.name().equals(name)).findFirst();
  }

  /// Writes a pin over the one that the connector had.
  ///
  /// @throws GodwitException CONFIG `registry.lock-unwritable`
  public void put(Pin pin) {
    put(CONNECTORS, pin.name().text(), pin.json());
  }

  /// The hash of a file of Python components that may run; empty where it was never allowed.
  ///
  /// @param path from the project's folder
  /// @throws GodwitException CONFIG `registry.lock` when the lock file cannot be understood
  public Optional<String> component(String path) {
    return section(read(), COMPONENTS).get(path) instanceof String sha256
        ? Optional.of(sha256)
        : Optional.empty();
  }

  /// Writes the hash of a file of Python components that may run.
  ///
  /// @throws GodwitException CONFIG `registry.lock-unwritable`
  public void putComponent(String path, String sha256) {
    put(COMPONENTS, path, sha256);
  }

  private void put(String section, String name, Object value) {
    Map<String, @Nullable Object> all = read();
    TreeMap<String, Object> entries = section(all, section);
    entries.put(name, value);
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put(FORM, KNOWN_FORM);
    written.putAll(all);
    written.remove(section);
    written.put(section, entries);
    try {
      Path text = file.resolveSibling("." + NAME + "." + ProcessHandle.current().pid());
      Files.writeString(text, LockText.of(written));
      Files.move(text, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw GodwitException.config("registry.lock-unwritable", "Cannot write " + file + ".")
          .hint("The versions in use are kept there. Make the folder writable.")
          .causedBy(e);
    }
  }

  private static TreeMap<String, Object> section(
      Map<String, @Nullable Object> all, String section) {
    TreeMap<String, Object> entries = new TreeMap<>();
    if (all.get(section) instanceof Map<?, ?> known) {
      known.forEach((name, value) -> entries.put(String.valueOf(name), value));
    }
    return entries;
  }

  private Map<String, @Nullable Object> read() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    try {
      if (!(JsonParser.STRICT.parse(Files.readAllBytes(file)) instanceof Map<?, ?> object)) {
        throw unreadable("it is no JSON object");
      }
      object.forEach((key, value) -> fields.put(String.valueOf(key), value));
    } catch (NoSuchFileException none) {
      return fields;
    } catch (IOException e) {
      throw unreadable("it cannot be read").causedBy(e);
    } catch (GodwitException e) {
      throw e.code().equals("json.syntax") ? unreadable(e.message()).causedBy(e) : e;
    }
    if (!(fields.get(FORM) instanceof Long form) || form != KNOWN_FORM) {
      throw unreadable("it has a form that this version of Godwit does not know");
    }
    return fields;
  }

  static GodwitException unreadable(String problem) {
    return GodwitException.config("registry.lock", NAME + ": " + problem + ".")
        .hint(
            "If a merge has left marks in it, remove them. Without the file versions are pinned"
                + " anew.");
  }
}
