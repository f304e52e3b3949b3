package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.bind.UnknownField;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.spec.Component;
import java.util.List;

/// A manifest as far as it could be read.
///
/// @param written the document as it was written, references included
/// @param prepared references resolved, types filled in, parameters propagated
/// @param fields those that could be read, also of components that could not
/// @param templates the templates in those fields
/// @param components those that could be read, inner ones first
/// @param unknown fields that no component has
record LintedManifest(
    ObjectNode written,
    ObjectNode prepared,
    List<BoundField> fields,
    List<TemplateText> templates,
    List<Component> components,
    List<UnknownField> unknown) {}
