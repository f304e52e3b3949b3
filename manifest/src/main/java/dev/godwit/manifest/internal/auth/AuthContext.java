package dev.godwit.manifest.internal.auth;

import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What authenticators of one source share.
///
/// @param scope sees the configuration as it is at each moment
/// @param secrets learns what must not be read in messages
/// @param refreshing held while a token is fetched: authenticators may share a refresh token
/// @param sessions of logins that several streams make
record AuthContext(
    Scope scope,
    LiveConfig config,
    Secrets secrets,
    Transport transport,
    Surroundings surroundings,
    ReentrantLock refreshing,
    Sessions sessions) {
  /// The configuration's value at a path, or `fallback` where there is none.
  @Nullable Object configured(List<String> path, @Nullable Object fallback) {
    return TreePath.of(path).find(config.current(), fallback);
  }
}
