package dev.godwit.cache;

import dev.godwit.core.schema.FieldType;

/// A field of the rows of a cached stream.
///
/// @param name key of the field in rows
public record CachedColumn(String name, FieldType type) {}
