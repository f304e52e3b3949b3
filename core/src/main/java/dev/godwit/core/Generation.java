package dev.godwit.core;

/// The number of a reading from the beginning, and which earlier ones still count. Rows carry the
/// number of the generation that brought them.
///
/// @param id number of this generation, from 0
/// @param minimum rows of generations below it no longer count once the stream is complete
public record Generation(long id, long minimum) {
  /// A generation whose rows join those of the earlier ones.
  public static Generation keeping(long id) {
    return new Generation(id, 0);
  }

  /// A generation whose rows take the place of all earlier ones.
  public static Generation replacing(long id) {
    return new Generation(id, id);
  }

  /// Whether the rows of this generation are all that counts once the stream is complete.
  public boolean replaces() {
    return id > 0 && minimum == id;
  }
}
