package dev.godwit.manifest.internal.http;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HttpClientHostnameVerifier;

/// Looks in certificates for names of hosts that the JDK refuses: those with an underscore, which
/// tenants have, and those with a full stop at their end, which may be there or not.
final class UnusualNames implements HttpClientHostnameVerifier {
  private final DefaultHostnameVerifier names =
      new DefaultHostnameVerifier(PublicSuffixMatcherLoader.getDefault());

  static boolean contain(String host) {
    return host.indexOf('_') >= 0 || host.endsWith(".");
  }

  /// The name without a full stop at its end.
  static String withoutStop(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  @Override
  public boolean verify(String host, SSLSession session) {
    return names.verify(withoutStop(host), session) || names.verify(host, session);
  }

  @Override
  public void verify(String host, X509Certificate certificate) throws SSLException {
    try {
      names.verify(withoutStop(host), certificate);
    } catch (SSLException e) {
      names.verify(host, certificate);
    }
  }
}
