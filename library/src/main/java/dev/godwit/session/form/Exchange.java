package dev.godwit.session.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request and what came of it.
public record Exchange(Sent sent, Outcome outcome) {
  /// A request.
  ///
  /// @param headers those that say what is asked for; of credentials only their scheme
  /// @param body null for none
  public record Sent(String method, String url, Map<String, String> headers, @Nullable Body body) {}

  /// What came back.
  public sealed interface Outcome {}

  /// An answer.
  ///
  /// @param url where it came from; null where that is the address that was asked
  public record Answered(int status, @Nullable String url, Map<String, String> headers, Body body)
      implements Outcome {}

  /// No complete answer came.
  ///
  /// @param kind what kind of failure it was, by the name of Java's exception
  public record Unreachable(String kind, String message) implements Outcome {}
}
