/// Whole streams: what they look like, how they are read, and the source that holds them.
@NullMarked
package dev.godwit.manifest.internal.stream;

import org.jspecify.annotations.NullMarked;
