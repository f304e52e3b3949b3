package dev.godwit.manifest.internal.spec;

import org.jspecify.annotations.Nullable;

/// Which rows an answer holds, and in what form they go on.
///
/// @param transformBeforeFiltering null when absent, which leaves the choice to the stream's cursor
public record RecordSelector(
    Origin origin,
    RecordExtractorSpec extractor,
    @Nullable RecordFilterSpec recordFilter,
    @Nullable SchemaNormalizationSpec schemaNormalization,
    @Nullable Boolean transformBeforeFiltering)
    implements Component {}
