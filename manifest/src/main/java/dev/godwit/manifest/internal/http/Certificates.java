package dev.godwit.manifest.internal.http;

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
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/// Trusts the JVM's certificate authorities, and those in the PEM file that `SSL_CERT_FILE`,
/// `REQUESTS_CA_BUNDLE` or `CURL_CA_BUNDLE` names. They are read when the first secure connection
/// is opened, since reading them takes longer than a short sync over plain HTTP. Thread-safe.
final class Certificates {
  private final Map<String, String> variables;
  private @Nullable SSLContext context;

  /// @param variables the environment
  Certificates(Map<String, String> variables) {
    this.variables = variables;
  }

  /// What secure connections are opened with.
  ///
  /// @throws GodwitException CONFIG `http.bad-certificates` when the file cannot be read or holds
  ///   none
  synchronized SSLContext context() {
    SSLContext known = context;
    if (known == null) {
      known = read();
      context = known;
    }
    return known;
  }

  private SSLContext read() {
    Optional<String> named =
        Stream.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
            .map(name -> variables.getOrDefault(name, ""))
            .filter(value -> !value.isBlank())
            .findFirst();
    if (named.isEmpty()) {
      return SSLContexts.createSystemDefault();
    }
    String file = named.get();
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      addDefaults(trusted);
      addFile(trusted, Path.of(file));
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext own = SSLContext.getInstance("TLS");
      own.init(null, factory.getTrustManagers(), null);
      return own;
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
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    @Nullable KeyStore systemDefault = null;
    factory.init(systemDefault);
    int number = 0;
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager authorities) {
        for (X509Certificate authority : authorities.getAcceptedIssuers()) {
          trusted.setCertificateEntry("default-" + number++, authority);
        }
      }
    }
  }

  private static void addFile(KeyStore trusted, Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("file-" + number++, authority);
      }
      if (number == 0) {
        throw new CertificateException("the file holds none");
      }
    }
  }
}
