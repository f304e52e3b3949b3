package dev.godwit.manifest.internal.spec;

import dev.godwit.manifest.internal.spec.FieldExtractorSpec.CustomRecordExtractor;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.DpathExtractor;
import dev.godwit.manifest.internal.spec.RecordFilterSpec.RecordFilter;
import org.jspecify.annotations.Nullable;

/// Which rows an answer holds, and in what form they go on.
///
/// @param transformBeforeFiltering null when absent, which leaves the choice to the stream's cursor
public record RecordSelector(
    Origin origin,
    @DefaultType(DpathExtractor.class) @CustomType(CustomRecordExtractor.class)
        RecordExtractorSpec extractor,
    @DefaultType(RecordFilter.class) @Nullable RecordFilterSpec recordFilter,
    @Nullable SchemaNormalizationSpec schemaNormalization,
    @Nullable Boolean transformBeforeFiltering)
    implements Component {}
