package dev.godwit.destinations.internal.ledger;

/// A file that holds rows of a stream.
///
/// @param path in the storage
/// @param bytes its size
/// @param generation number of the refresh that its rows belong to
public record DataFile(String path, long rows, long bytes, long generation) {
  /// This file at another place.
  public DataFile at(String other) {
    return new DataFile(other, rows, bytes, generation);
  }
}
