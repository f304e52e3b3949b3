/// The template language of manifests: Jinja's syntax, compiled once to trees of objects, and the
/// wrappers that components keep their templates in.
@NullMarked
package dev.godwit.manifest.internal.template;

import org.jspecify.annotations.NullMarked;
