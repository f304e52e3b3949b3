/// Values as values of another type, exactly or not at all.
@NullMarked
package dev.godwit.mapping.internal.cast;

import org.jspecify.annotations.NullMarked;
