package dev.godwit.manifest.internal.retry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/// Why no response came, in words that a user understands, and what to try.
final class Unreachable {
  private Unreachable() {}

  static String describe(IOException cause) {
    return switch (cause) {
      case UnknownHostException _ -> "the host name is not known: " + cause.getMessage();
      case ConnectTimeoutException _ -> "no connection within the time limit";
      case ConnectException _ -> "the connection was refused: " + cause.getMessage();
      case SocketTimeoutException _ -> "no answer within the time limit";
      case SSLException _ -> "the secure connection failed: " + cause.getMessage();
      default -> "the connection failed: " + cause;
    };
  }

  static String hint(IOException cause) {
    return switch (cause) {
      case UnknownHostException _ ->
          "Check the spelling of the host in the manifest or configuration, and the network's DNS.";
      case SSLException _ ->
          "If a proxy or a private authority signs certificates here, name its file in SSL_CERT_FILE.";
      default ->
          "Check that the API is up and reachable from here; behind a proxy set HTTPS_PROXY.";
    };
  }
}
