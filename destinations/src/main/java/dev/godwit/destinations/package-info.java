/// Finds the destination that a URI names.
@NullMarked
package dev.godwit.destinations;

import org.jspecify.annotations.NullMarked;
