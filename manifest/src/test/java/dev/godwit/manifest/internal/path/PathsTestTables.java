package dev.godwit.manifest.internal.path;

/// Stands where the tables of paths lie, for tests of other packages.
public final class PathsTestTables {
  private PathsTestTables() {}
}
