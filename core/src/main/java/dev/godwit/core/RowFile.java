package dev.godwit.core;

/// A file that belongs to a row and was fetched with it.
///
/// @param path where the file lies now, absolute
/// @param name path of the file below the folder that all files of the source lie in
/// @param bytes its length
public record RowFile(String path, String name, long bytes) {}
