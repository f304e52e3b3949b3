/// From the text of a manifest to its tree: reading, references, default types and `$parameters`.
@NullMarked
package dev.godwit.manifest.internal.document;

import org.jspecify.annotations.NullMarked;
