package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.path.Placement;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.Repr;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an access token and its expiry are kept. Thread-safe.
sealed interface Tokens {
  /// The token, or null when there is none yet.
  @Nullable Object access();

  /// Until when the token counts; null when it does not, or not any more.
  @Nullable OffsetDateTime expiry();

  /// Keeps a new token.
  ///
  /// @param refresh the token for the next refresh; null where the old one stays
  void keep(Object access, OffsetDateTime expiry, @Nullable Object refresh);

  /// In memory, for this run.
  final class InMemory implements Tokens {
    private record Kept(@Nullable Object access, @Nullable OffsetDateTime expiry) {}

    private volatile Kept kept;

    /// @param access null where the first one is to be fetched
    InMemory(@Nullable Object access, @Nullable OffsetDateTime expiry) {
      kept = new Kept(access, expiry);
    }

    @Override
    public @Nullable Object access() {
      return kept.access();
    }

    @Override
    public @Nullable OffsetDateTime expiry() {
      Kept now = kept;
      return now.access() == null ? null : now.expiry();
    }

    @Override
    public void keep(Object access, OffsetDateTime expiry, @Nullable Object refresh) {
      kept = new Kept(access, expiry);
    }
  }

  /// In the configuration, which is kept for the next run with each change.
  record InConfig(
      LiveConfig config, List<String> accessPath, List<String> refreshPath, List<String> expiryPath)
      implements Tokens {
    @Override
    public @Nullable Object access() {
      return find(accessPath);
    }

    /// The token for the next refresh.
    @Nullable Object refresh() {
      return find(refreshPath);
    }

    @Override
    public @Nullable OffsetDateTime expiry() {
      Object value = find(expiryPath);
      if ("".equals(value)) {
        return null;
      }
      OffsetDateTime moment = Moments.parse(Repr.str(value));
      if (moment == null) {
        throw GodwitException.config(
                "manifest.bad-date",
                "The configuration's " + String.join(".", expiryPath) + " is no date.")
            .hint("Leave it empty: then a new token is fetched.");
      }
      return moment;
    }

    @Override
    public void keep(Object access, OffsetDateTime expiry, @Nullable Object refresh) {
      config.renew(changed -> {
        Placement.put(changed, accessPath, access);
        if (refresh != null) {
          Placement.put(changed, refreshPath, refresh);
        }
        Placement.put(changed, expiryPath, Moments.text(expiry));
      });
    }

    private @Nullable Object find(List<String> path) {
      Map<String, @Nullable Object> current = config.current();
      return TreePath.of(path).find(current, "");
    }
  }
}
