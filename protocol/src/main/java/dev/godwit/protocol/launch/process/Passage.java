package dev.godwit.protocol.launch.process;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which of Godwit's own environment variables a program of others gets to see. All else stays
/// behind, since it may be secret: tokens, passwords of databases, keys of clouds.
public final class Passage {
  /// In upper case; names are compared without it, since proxies are also named in lower case.
  private static final Set<String> FOR_ALL =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TMPDIR",
          "TMP",
          "TEMP",
          "TZ",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "ALL_PROXY",
          "NO_PROXY",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "REQUESTS_CA_BUNDLE",
          "CURL_CA_BUNDLE",
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA",
          "PROGRAMDATA",
          "NUMBER_OF_PROCESSORS",
          "PROCESSOR_ARCHITECTURE",
          Traces.VARIABLE);

  /// A connector: the plainest surroundings that programs rely on.
  public static final Passage CONNECTOR = new Passage(Set.of(), List.of());

  /// What installs Python packages: also its indexes and caches, and what compiles C.
  public static final Passage INSTALLER =
      new Passage(
          Set.of("SSH_AUTH_SOCK", "CC", "CXX", "CFLAGS", "CXXFLAGS", "LDFLAGS", "PKG_CONFIG_PATH"),
          List.of("PIP_", "UV_", "XDG_", "PYENV_"));

  /// The command line of a container runtime: also where its daemon listens, and its logins.
  public static final Passage CONTAINER_RUNTIME =
      new Passage(
          Set.of("SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS", "REGISTRY_AUTH_FILE"),
          List.of("DOCKER_", "CONTAINER", "PODMAN_", "XDG_"));

  private final Set<String> names;
  private final List<String> prefixes;

  private Passage(Set<String> names, List<String> prefixes) {
    this.names = names;
    this.prefixes = prefixes;
  }

  /// The variables that get through.
  ///
  /// @param own Godwit's own environment
  /// @param named further names that the user lets through, as they are written
  public Map<String, String> of(Map<String, String> own, Collection<String> named) {
    Map<String, String> passed = new TreeMap<>();
    own.forEach((name, value) -> {
      if (named.contains(name) || passes(name.toUpperCase(Locale.ROOT))) {
        passed.put(name, value);
      }
    });
    return passed;
  }

  private boolean passes(String name) {
    return FOR_ALL.contains(name)
        || name.startsWith("LC_")
        || names.contains(name)
        || prefixes.stream().anyMatch(name::startsWith);
  }
}
