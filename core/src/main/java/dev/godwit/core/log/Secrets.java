package dev.godwit.core.log;

import dev.godwit.core.error.GodwitException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Values that must not be seen: passwords, keys and tokens. The one place where they are taken out
/// of texts for people. Thread-safe.
public final class Secrets {
  /// Stands where a secret was, as in the reference.
  public static final String MASK = "****";

  /// Longest first, so that a secret inside another one does not leave the rest of it.
  private volatile List<String> values = List.of();

  /// A set of the given values.
  public static Secrets of(Collection<String> values) {
    Secrets secrets = new Secrets();
    values.forEach(secrets::add);
    return secrets;
  }

  /// One more value, as it is and as it stands in addresses. Empty ones are ignored.
  public void add(String value) {
    if (value.isEmpty() || values.contains(value)) {
      return;
    }
    synchronized (this) {
      List<String> more = new ArrayList<>(values);
      more.add(value);
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
      if (!encoded.equals(value)) {
        more.add(encoded);
        more.add(encoded.replace("+", "%20"));
      }
      more.sort(Comparator.comparingInt(String::length).reversed());
      values = List.copyOf(more);
    }
  }

  /// The text without secrets.
  public String mask(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.replace(value, MASK);
    }
    return masked;
  }

  /// The error without secrets in anything that it says.
  public GodwitException mask(GodwitException error) {
    return error.inWords(this::mask);
  }

  /// A log that writes no secrets.
  public Log mask(Log log) {
    return (level, message) -> log.write(level, mask(message));
  }
}
