/// Paths into JSON values, with the globs and the list rules of the reference's path library.
@NullMarked
package dev.godwit.manifest.internal.path;

import org.jspecify.annotations.NullMarked;
