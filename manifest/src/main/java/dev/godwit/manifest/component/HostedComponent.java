package dev.godwit.manifest.component;

import dev.godwit.core.error.GodwitException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A component that runs somewhere else. Thread-safe; calls may be made side by side, and each
/// blocks its thread. An interrupt ends a call with GodwitException TRANSIENT
/// `component.interrupted` and leaves the thread interrupted.
public interface HostedComponent {
  /// Calls one of the component's operations, by the name that hosts and engine have agreed upon.
  ///
  /// @param operation for example `transform`
  /// @param arguments JSON values
  /// @param body bytes that come with them; empty for none
  /// @throws GodwitException SYSTEM `component.failed` when the component fails, of other codes
  ///   when it cannot be run at all
  Reply call(String operation, Map<String, ? extends @Nullable Object> arguments, byte[] body);

  /// What an operation came to.
  ///
  /// @param value a JSON value
  /// @param body bytes that come with it; empty for none
  /// @param failure why the operation did not come to its end; what it made before lies in `body`.
  ///   Null where it did
  record Reply(@Nullable Object value, byte[] body, @Nullable GodwitException failure) {
    private static final byte[] NO_ROWS = {'[', ']'};

    /// The rows that an operation has made, as a JSON array; an empty one where it made none.
    public byte[] rows() {
      return body.length == 0 ? NO_ROWS : body;
    }

    /// The value of an operation that came to its end.
    ///
    /// @throws GodwitException the failure, where there is one
    public @Nullable Object result() {
      if (failure != null) {
        throw failure;
      }
      return value;
    }

    /// The value as an object, empty where it is none.
    ///
    /// @throws GodwitException the failure, where there is one
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> object() {
      return result() instanceof Map<?, ?> fields
          ? (Map<String, @Nullable Object>) fields
          : Map.of();
    }
  }
}
