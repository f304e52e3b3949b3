/// From the tree of a manifest to its components: one generic binder for all records.
@NullMarked
package dev.godwit.manifest.internal.bind;

import org.jspecify.annotations.NullMarked;
