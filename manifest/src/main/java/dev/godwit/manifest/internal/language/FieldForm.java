package dev.godwit.manifest.internal.language;

import dev.godwit.manifest.internal.spec.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a component.
///
/// @param name as manifests write it
/// @param purpose what it is for, in a sentence or more
/// @param form references apart
/// @param required whether something has to be written
/// @param standard the value when nothing is written, as JSON; null when there is none
/// @param variables what templates in the field may refer to; empty where none are expected
/// @param successor the field to use instead; null when this one is fine
/// @param plainType the component that an object with neither `type` nor `class_name` is, or null
/// @param customType the component that an object with `class_name` and no `type` is, or null
public record FieldForm(
    String name,
    String purpose,
    Form form,
    boolean required,
    @Nullable Object standard,
    List<Variable> variables,
    @Nullable String successor,
    @Nullable Class<?> plainType,
    @Nullable Class<?> customType) {}
