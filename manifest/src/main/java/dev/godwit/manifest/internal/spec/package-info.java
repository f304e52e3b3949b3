/// The components that a manifest can name, as data: one sealed interface per family, one record
/// per component.
///
/// Names are those of the declarative component schema; fields are its properties in camel case.
/// Lists and maps are unmodifiable. Nothing here has behaviour.
@NullMarked
package dev.godwit.manifest.internal.spec;

import org.jspecify.annotations.NullMarked;
