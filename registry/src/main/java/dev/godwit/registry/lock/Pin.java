package dev.godwit.registry.lock;

import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The version of a connector that a project uses, and how it is had.
///
/// @param registry the address of the registry it was found in
/// @param manifest null where it is not a manifest
/// @param pythonPackage the name of its Python package; null where it has none
/// @param image the repository of its container image; null where it has none
/// @param others fields that this version of Godwit does not know; they are kept
public record Pin(
    ConnectorName name,
    ConnectorVersion version,
    String registry,
    @Nullable PinnedFile manifest,
    @Nullable String pythonPackage,
    @Nullable String image,
    Map<String, Object> others) {
  public Pin {
    others = Map.copyOf(others);
  }

  /// A file that must not change.
  ///
  /// @param url its address, or its path from the project's folder
  /// @param sha256 of its bytes, in hexadecimal
  public record PinnedFile(String url, String sha256) {
    Map<String, Object> json() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("url", url);
      fields.put("sha256", sha256);
      return fields;
    }
  }

  /// Whether both stand for the same files, wherever they were found.
  public boolean sameAs(Pin other) {
    return name.equals(other.name)
        && version.equals(other.version)
        && Objects.equals(digest(), other.digest())
        && Objects.equals(pythonPackage, other.pythonPackage)
        && Objects.equals(image, other.image);
  }

  private @Nullable String digest() {
    return manifest == null ? null : manifest.sha256();
  }

  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", name.kind().word());
    fields.put("version", version.text());
    fields.put("registry", registry);
    if (manifest != null) {
      fields.put("manifest", manifest.json());
    }
    if (pythonPackage != null) {
      fields.put("python", pythonPackage);
    }
    if (image != null) {
      fields.put("image", image);
    }
    others.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(other -> fields.put(other.getKey(), other.getValue()));
    return fields;
  }
}
