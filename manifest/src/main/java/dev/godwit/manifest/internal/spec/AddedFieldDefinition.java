package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.RECORD;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_INTERVAL;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_PARTITION;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_SLICE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field that is set to the value of a template.
public record AddedFieldDefinition(
    Origin origin,
    List<String> path,
    @Scope({CONFIG, RECORD, STREAM_INTERVAL, STREAM_PARTITION, STREAM_SLICE}) String value,
    @Nullable ValueType valueType)
    implements Component {}
