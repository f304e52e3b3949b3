/// Reads a whole manifest without running it and tells everything that it finds.
@NullMarked
package dev.godwit.manifest.internal.lint;

import org.jspecify.annotations.NullMarked;
