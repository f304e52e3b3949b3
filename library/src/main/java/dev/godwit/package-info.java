/// The library: a few calls that move data from a source to a destination.
@NullMarked
package dev.godwit;

import org.jspecify.annotations.NullMarked;
