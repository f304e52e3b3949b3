package dev.godwit.connector;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Certificates and keys of a configuration as files that nobody else can read, since that is what
/// connections are given.
///
/// @param files by the option that names them
record CertificateFiles(Map<String, Path> files) {
  private static final Map<String, String> OPTIONS =
      Map.of(
          "ca_certificate", "sslrootcert",
          "client_certificate", "sslcert",
          "client_key", "sslkey");

  static CertificateFiles of(Fields tls) {
    if (tls.text("client_key_password") != null) {
      throw tls.bad("client_key_password", "can't be used: keys have to be without a password");
    }
    CertificateFiles files = new CertificateFiles(new LinkedHashMap<>());
    OPTIONS.forEach((field, option) -> {
      String pem = tls.text(field);
      if (pem != null) {
        files.add(option, pem);
      }
    });
    return files;
  }

  private void add(String option, String pem) {
    try {
      // On systems that know owners, temporary files are made for their owner alone.
      Path file = Files.createTempFile("godwit-" + option, ".pem");
      files.put(option, file);
      Files.writeString(file, pem);
    } catch (IOException e) {
      delete();
      throw GodwitException.system(
              "connector.temporary", "A certificate cannot be written to a temporary file.")
          .causedBy(e);
    }
  }

  /// Options of an address with the names of the files.
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    files.forEach((option, file) -> options.put(option, file.toString()));
    return options;
  }

  void delete() {
    for (Path file : files.values()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException harmless) {
        // It lies in the folder for temporary files, and only its owner can read it.
      }
    }
  }
}
