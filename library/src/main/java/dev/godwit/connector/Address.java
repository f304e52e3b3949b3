package dev.godwit.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configured destination as the rest of Godwit names it.
///
/// @param variables what is secret, by the environment variables that would hold it
/// @param namespace of streams that have none; null where the URI says it
/// @param afterwards removes what was made for it
record Address(
    String uri, Map<String, String> variables, @Nullable String namespace, Runnable afterwards) {
  Address(String uri, Map<String, String> variables, @Nullable String namespace) {
    this(uri, variables, namespace, () -> {});
  }

  /// Text as a part of a URI.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
