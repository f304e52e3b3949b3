/// What rules do to one row after the other.
@NullMarked
package dev.godwit.mapping.internal.step;

import org.jspecify.annotations.NullMarked;
