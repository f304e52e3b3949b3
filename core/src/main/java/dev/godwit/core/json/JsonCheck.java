package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;

/// Tells JSON from other text without building anything. Meant to be made once and used for many
/// texts. For one thread.
public final class JsonCheck {
  private static final byte[] NOTHING = {};

  private final JsonWalker walker = new JsonWalker(NOTHING, 0, 0);

  /// Whether one value of strict JSON in UTF-8, and nothing else, stands between two positions.
  public boolean passes(byte[] page, int start, int end) {
    walker.reset(page, start, end);
    try {
      walker.finish(walker.value(walker.space(start)));
      return true;
    } catch (GodwitException notJson) {
      return false;
    }
  }
}
