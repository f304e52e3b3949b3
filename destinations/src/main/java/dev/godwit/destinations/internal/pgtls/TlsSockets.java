package dev.godwit.destinations.internal.pgtls;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.NonValidatingFactory.NonValidatingTM;
import org.postgresql.ssl.WrappedFactory;

/// Makes TLS connections with the files that libpq takes. Public because the driver makes it, by
/// its name. Safe for use by several threads.
public final class TlsSockets extends WrappedFactory {
  /// @param properties of the connection
  /// @throws GodwitException CONFIG `postgres.tls` for files that hold something else
  public TlsSockets(Properties properties) {
    TlsFiles files = TlsFiles.described(properties);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own(files), trusted(files), null);
      factory = context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("keys and certificates can't be kept in memory", e);
    }
  }

  private static KeyManager @Nullable [] own(TlsFiles files)
      throws GeneralSecurityException, IOException {
    if (files.certificate() == null || files.key() == null) {
      return null;
    }
    KeyStore keys = empty();
    keys.setKeyEntry(
        "user",
        PrivateKeyFile.read(files.key()),
        new char[0],
        certificates(files.certificate()).toArray(Certificate[]::new));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, new char[0]);
    return managers.getKeyManagers();
  }

  private static TrustManager @Nullable [] trusted(TlsFiles files)
      throws GeneralSecurityException, IOException {
    if (TlsFiles.SYSTEM.equals(files.authorities())) {
      return null;
    }
    if (files.authorities() == null) {
      return new TrustManager[] {new NonValidatingTM()};
    }
    KeyStore trusted = empty();
    for (Certificate certificate : certificates(files.authorities())) {
      trusted.setCertificateEntry("authority " + trusted.size(), certificate);
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return managers.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static List<Certificate> certificates(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<Certificate> certificates =
          new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (GeneralSecurityException | IOException e) {
      throw none(file).causedBy(e);
    }
    throw none(file);
  }

  private static GodwitException none(Path file) {
    return GodwitException.config("postgres.tls", "There are no certificates in " + file + ".")
        .hint("Certificates are written as PEM: -----BEGIN CERTIFICATE-----");
  }
}
