package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.Place;

/// A position in a file.
///
/// @param file name of the file, as the user knows it
/// @param line counted from 1; 0 when the text was never read from a file
/// @param column counted from 1; 0 when unknown
public record Mark(String file, int line, int column) {
  /// The position as a place of an error.
  ///
  /// @param path path inside the document, for example `streams[0].retriever`; empty at the root
  public Place place(String path) {
    return Place.file(file.isEmpty() ? null : file, line, column, path.isEmpty() ? null : path);
  }
}
