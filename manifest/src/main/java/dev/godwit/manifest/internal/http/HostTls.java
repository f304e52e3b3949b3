package dev.godwit.manifest.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;

/// Secures connections to one host and checks that the certificate is for it. The JDK does that for
/// usual names; unusual ones, which it neither finds in certificates nor tells to servers, are seen
/// to here.
final class HostTls extends DefaultClientTlsStrategy {
  private final String host;
  private final boolean offersHttp2;

  HostTls(SSLContext context, String host, boolean offersHttp2) {
    super(
        context,
        UnusualNames.contain(host)
            ? HostnameVerificationPolicy.CLIENT
            : HostnameVerificationPolicy.BUILTIN,
        UnusualNames.contain(host) ? new UnusualNames() : null);
    this.host = host;
    this.offersHttp2 = offersHttp2;
  }

  @Override
  protected void initializeSocket(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    if (offersHttp2) {
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    }
    if (UnusualNames.contain(host)) {
      parameters.setServerNames(List.of(new NameAsItIs(UnusualNames.withoutStop(host))));
    }
    socket.setSSLParameters(parameters);
  }

  private static final class NameAsItIs extends SNIServerName {
    NameAsItIs(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
