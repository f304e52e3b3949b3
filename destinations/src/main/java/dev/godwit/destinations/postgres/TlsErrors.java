package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says why there is no TLS connection.
final class TlsErrors {
  private static final String USUAL_HINT = "Check sslmode, sslrootcert, sslcert and sslkey.";

  private TlsErrors() {}

  /// The error of something that concerns TLS; null for others.
  ///
  /// @param told what the driver or the server said
  static @Nullable GodwitException of(SQLException e, String told, Address address) {
    GodwitException own = PostgresErrors.cause(e, GodwitException.class);
    if (own != null) {
      return own;
    }
    if (told.contains("hostnameverifier")) {
      return failed(address, "the server's certificate is for another host than " + address.host())
          .hint("Name the host as its certificate does, or write sslmode=verify-ca.");
    }
    SSLException ssl = PostgresErrors.cause(e, SSLException.class);
    if (ssl != null) {
      return ofHandshake(ssl, address);
    }
    return told.contains("SSL") && !PostgresErrors.isLogin(e)
        ? failed(address, told).hint(USUAL_HINT)
        : null;
  }

  private static GodwitException ofHandshake(SSLException ssl, Address address) {
    if (PostgresErrors.cause(ssl, CertificateExpiredException.class) != null
        || PostgresErrors.cause(ssl, CertificateNotYetValidException.class) != null) {
      return failed(address, "the server's certificate is not valid at this time")
          .hint("Let the server have a new one, and check the clock here.");
    }
    if (PostgresErrors.cause(ssl, CertPathBuilderException.class) != null
        || PostgresErrors.cause(ssl, CertPathValidatorException.class) != null) {
      return failed(address, "none of the trusted authorities has signed the server's certificate")
          .hint("Name the file of the authority that has with sslrootcert.");
    }
    return failed(address, String.valueOf(ssl.getMessage())).hint(USUAL_HINT);
  }

  private static GodwitException failed(Address address, String why) {
    return GodwitException.config(
        "postgres.tls", "No TLS connection to %s: %s".formatted(address, why));
  }
}
