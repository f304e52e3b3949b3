/// How a stream is cut into slices, and the state that finished slices add up to.
@NullMarked
package dev.godwit.manifest.internal.slice;

import org.jspecify.annotations.NullMarked;
