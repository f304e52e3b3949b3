package dev.godwit.manifest.internal.bind;

import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field that its component does not have. Reading goes on without it; it may be misspelt.
///
/// @param component the `type` of the component
/// @param name as written
/// @param meant the component's field that was probably meant; null when none is like it
/// @param object the component
/// @param known the names of the component's fields
public record UnknownField(
    Place place,
    String component,
    String name,
    @Nullable String meant,
    ObjectNode object,
    Set<String> known) {}
