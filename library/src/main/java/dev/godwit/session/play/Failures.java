package dev.godwit.session.play;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// Failures of connections, as sessions name them.
public final class Failures {
  private Failures() {}

  /// The name of the kind that users are told of.
  public static String kind(IOException failure) {
    return switch (failure) {
      case UnknownHostException _ -> "UnknownHost";
      case ConnectException _ -> "Connect";
      case SocketTimeoutException _ -> "Timeout";
      case SSLException _ -> "Tls";
      default -> "Broken";
    };
  }

  static IOException of(String kind, String message) {
    return switch (kind) {
      case "UnknownHost" -> new UnknownHostException(message);
      case "Connect" -> new ConnectException(message);
      case "Timeout" -> new SocketTimeoutException(message);
      case "Tls" -> new SSLException(message);
      default -> new IOException(message);
    };
  }
}
