package dev.godwit.manifest.internal.template;

import java.util.Set;

/// What a template reads of one of its variables, as far as its text tells.
public sealed interface Reads {
  /// Possibly all of it: it is printed, walked, passed on or indexed by a computed key.
  record Everything() implements Reads {}

  /// Only the values under these top-level keys; empty when the variable is not named at all.
  record Keys(Set<String> names) implements Reads {
    public Keys {
      names = Set.copyOf(names);
    }
  }
}
