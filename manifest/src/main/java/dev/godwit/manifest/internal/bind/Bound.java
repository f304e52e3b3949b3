package dev.godwit.manifest.internal.bind;

import java.util.List;

/// A component and what was found beside it.
///
/// @param unknownFields fields that no record has, in the order of the document; for `lint`
public record Bound<T>(T value, List<UnknownField> unknownFields) {}
