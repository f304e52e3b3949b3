package dev.godwit.manifest.internal.bind;

/// Stands for a component or value that has a problem, which has been reported.
enum Hole {
  HOLE
}
