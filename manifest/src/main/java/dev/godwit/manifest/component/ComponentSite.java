package dev.godwit.manifest.component;

import dev.godwit.core.error.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a component that a class implements stands in a manifest.
///
/// @param type the family, as the manifest says it: `CustomRecordExtractor`
/// @param className the class, as the manifest says it: `source_shop.components.Orders`
/// @param path of the component from the manifest's root: `streams[0].retriever.requester`
/// @param place file and line
/// @param fields of the component, references resolved
/// @param stream the stream that it is part of
public record ComponentSite(
    String type,
    String className,
    String path,
    Place place,
    Map<String, @Nullable Object> fields,
    StreamDefinition stream) {}
