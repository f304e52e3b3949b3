package dev.godwit.destinations.internal.pgtls;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;

/// How a connection is encrypted, and the files for it: those that are named, else those that libpq
/// looks for.
///
/// @param authorities who may have signed the server's certificate; null for whoever it was
/// @param certificate the user's own; null for none
/// @param key of the user's certificate, set where there is one
public record TlsFiles(
    SslMode mode, @Nullable Path authorities, @Nullable Path certificate, @Nullable Path key) {
  public static final String MODE = "sslmode";

  /// In place of a file: the authorities that Java trusts.
  static final Path SYSTEM = Path.of("system");

  /// What the options and the environment say.
  ///
  /// @param options with a known `sslmode`, if with any
  /// @throws GodwitException CONFIG `postgres.tls` for files that are missing
  public static TlsFiles of(Map<String, String> options, Map<String, String> environment) {
    Path authorities = file("sslrootcert", options, "root.crt", environment);
    SslMode mode = mode(options.get(MODE), authorities);
    if (mode == SslMode.DISABLE) {
      return new TlsFiles(mode, null, null, null);
    }
    if (mode.verifyCertificate() && authorities == null) {
      throw bad(
          mode.value + " needs the certificates of the authorities that it trusts",
          "Name a file with sslrootcert, or write sslrootcert=system for those that Java trusts.");
    }
    Path certificate = file("sslcert", options, "postgresql.crt", environment);
    Path key = certificate == null ? null : file("sslkey", options, "postgresql.key", environment);
    if (certificate != null && key == null) {
      throw bad(
          "the certificate " + certificate + " has no key",
          "Name the file of the key with sslkey.");
    }
    if (key != null && isOpenToOthers(key)) {
      throw bad("others may read the key " + key, "Let nobody but the owner: chmod 600 " + key);
    }
    return new TlsFiles(mode, mode.verifyCertificate() ? authorities : null, certificate, key);
  }

  /// Libpq checks certificates as soon as it knows authorities.
  private static SslMode mode(@Nullable String named, @Nullable Path authorities) {
    if (SYSTEM.equals(authorities)) {
      return named == null || named.equals(SslMode.VERIFY_FULL.value)
          ? SslMode.VERIFY_FULL
          : weak(named);
    }
    for (SslMode mode : SslMode.VALUES) {
      if (mode.value.equals(named)) {
        return mode == SslMode.REQUIRE && authorities != null ? SslMode.VERIFY_CA : mode;
      }
    }
    return SslMode.PREFER;
  }

  private static SslMode weak(String named) {
    if (named.equals(SslMode.DISABLE.value)) {
      return SslMode.DISABLE;
    }
    throw bad(
        "sslrootcert=system trusts whoever has a certificate, so sslmode=%s is too weak"
            .formatted(named),
        "Write sslmode=verify-full.");
  }

  private static @Nullable Path file(
      String option, Map<String, String> options, String usual, Map<String, String> environment) {
    String named = options.getOrDefault(option, "");
    if (named.isEmpty()) {
      Path file = UserFiles.tls(usual, environment);
      return Files.isRegularFile(file) ? file : null;
    }
    Path file = UserFiles.named(named);
    boolean system = option.equals("sslrootcert") && SYSTEM.equals(file);
    if (file == null || (!system && !Files.isReadable(file))) {
      throw bad(
          "the file %s of %s can't be read".formatted(named, option),
          "Check that it is there and that you may read it.");
    }
    return file;
  }

  /// Groups may read keys of the superuser, as libpq has it.
  private static boolean isOpenToOthers(Path key) {
    try {
      if (!key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        return false;
      }
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
      boolean shared = Files.getOwner(key).getName().equals("root");
      return permissions.stream()
          .map(PosixFilePermission::name)
          .anyMatch(name ->
              name.startsWith("OTHERS_")
                  || (name.startsWith("GROUP_") && !(shared && name.equals("GROUP_READ"))));
    } catch (IOException e) {
      return false;
    }
  }

  private static GodwitException bad(String why, String hint) {
    return GodwitException.config("postgres.tls", "TLS can't be used as it is set up: " + why + ".")
        .hint(hint);
  }

  /// Tells the driver.
  public void describe(Properties properties) {
    PGProperty.SSL_MODE.set(properties, mode.value);
    PGProperty.SSL_FACTORY.set(properties, TlsSockets.class.getName());
    set(PGProperty.SSL_ROOT_CERT, authorities, properties);
    set(PGProperty.SSL_CERT, certificate, properties);
    set(PGProperty.SSL_KEY, key, properties);
  }

  private static void set(PGProperty property, @Nullable Path file, Properties properties) {
    if (file != null) {
      property.set(properties, file.toString());
    }
  }

  /// What {@link #describe} has told.
  static TlsFiles described(Properties properties) {
    return new TlsFiles(
        mode(PGProperty.SSL_MODE.getOrDefault(properties), null),
        path(PGProperty.SSL_ROOT_CERT, properties),
        path(PGProperty.SSL_CERT, properties),
        path(PGProperty.SSL_KEY, properties));
  }

  private static @Nullable Path path(PGProperty property, Properties properties) {
    String file = property.getOrDefault(properties);
    return file == null ? null : Path.of(file);
  }
}
