package dev.godwit.manifest.internal.spec;

/// One typed node of a manifest. Every component is a record whose first part is its origin.
public interface Component {
  /// Where the component stands and which `$parameters` it sees.
  Origin origin();
}
