package dev.godwit.destinations.internal.ledger;

import java.util.Map;

/// A file that holds rows of a stream.
///
/// @param path in the storage
/// @param bytes its size
/// @param generation number of the refresh that its rows belong to
/// @param partition what its rows have in common, by the names of the folders; empty where files
///   are not parted
public record DataFile(
    String path, long rows, long bytes, long generation, Map<String, String> partition) {
  public DataFile {
    partition = Map.copyOf(partition);
  }

  /// This file at another place.
  public DataFile at(String other) {
    return new DataFile(other, rows, bytes, generation, partition);
  }
}
