package dev.godwit.core.net;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whom secure connections trust: the JVM's authorities, and those in the PEM file that
/// `SSL_CERT_FILE`, `REQUESTS_CA_BUNDLE` or `CURL_CA_BUNDLE` names.
public final class Authorities {
  private Authorities() {}

  /// What secure connections are opened with; empty where the JVM's own will do.
  ///
  /// @param variables the environment
  /// @throws GodwitException CONFIG `http.bad-certificates` when the file cannot be read or holds
  ///   none
  public static Optional<SSLContext> of(Map<String, String> variables) {
    return Stream.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .map(Authorities::withFile);
  }

  private static SSLContext withFile(String file) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      addDefaults(trusted);
      addFile(trusted, Path.of(file));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trusted), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw GodwitException.config(
              "http.bad-certificates",
              "The certificate authorities cannot be read: " + e.getMessage())
          .at(Place.file(file, 0, 0, null))
          .hint("SSL_CERT_FILE must name a file with PEM certificates.")
          .causedBy(e);
    }
  }

  private static void addDefaults(KeyStore trusted) throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager authorities) {
        for (X509Certificate certificate : authorities.getAcceptedIssuers()) {
          trusted.setCertificateEntry("default-" + trusted.size(), certificate);
        }
      }
    }
  }

  private static void addFile(KeyStore trusted, Path file)
      throws IOException, GeneralSecurityException {
    int defaults = trusted.size();
    try (InputStream pem = Files.newInputStream(file)) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("file-" + trusted.size(), certificate);
      }
    }
    if (trusted.size() == defaults) {
      throw new CertificateException("the file holds none");
    }
  }

  private static TrustManager[] managers(@Nullable KeyStore trusted)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }
}
