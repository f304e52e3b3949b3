package dev.godwit.registry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.ConnectorVersion;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the files of a registry lie beside its list.
final class Layout {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://?.*");
  private static final Pattern REGISTRIES = Pattern.compile("(.*/|)registries/[^/]+/[^/]+");

  private Layout() {}

  /// Address, or path from the project's folder, of a file that belongs to a version.
  ///
  /// @param index address or path of the list
  static String file(String index, String repository, ConnectorVersion version, String file) {
    String path = index.replaceFirst("[?#].*", "");
    Matcher usual = REGISTRIES.matcher(path);
    String base = usual.matches() ? usual.group(1) : path.substring(0, path.lastIndexOf('/') + 1);
    return base + "metadata/" + repository + "/" + version + "/" + file;
  }

  /// The address of what is written in settings and pins.
  ///
  /// @param written an address, or a path from the project's folder
  /// @throws GodwitException CONFIG `registry.bad-address`
  static URI uri(String written, Path project) {
    try {
      return ADDRESS.matcher(written).matches()
          ? URI.create(written)
          : project.toAbsolutePath().resolve(written).normalize().toUri();
    } catch (IllegalArgumentException e) {
      throw GodwitException.config(
              "registry.bad-address", "This is neither an address nor a path: " + written)
          .hint("Check --registry or GODWIT_REGISTRY, and the addresses in godwit.lock.")
          .causedBy(e);
    }
  }
}
