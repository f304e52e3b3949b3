package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.net.Authorities;
import java.util.Map;
import javax.net.ssl.SSLContext;
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
      known = Authorities.of(variables).orElseGet(SSLContexts::createSystemDefault);
      context = known;
    }
    return known;
  }
}
