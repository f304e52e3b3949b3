package dev.godwit.storage;

/// A small object as it was read.
///
/// @param content not to be changed
/// @param version differs from those of all other contents that the object ever had
@SuppressWarnings("ArrayRecordComponent") // objects are read, never compared
public record StoredObject(byte[] content, String version) {}
