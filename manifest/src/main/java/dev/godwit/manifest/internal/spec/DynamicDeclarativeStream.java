package dev.godwit.manifest.internal.spec;

/// A template of streams and what fills it in. The template as written is the field
/// `stream_template` of the origin's node.
///
/// @param useParentParameters whether outer `$parameters` win over those written in the template
public record DynamicDeclarativeStream(
    Origin origin,
    @Default("''") String name,
    StreamTemplateSpec streamTemplate,
    ComponentsResolverSpec componentsResolver,
    @Default("true") boolean useParentParameters)
    implements Component {}
