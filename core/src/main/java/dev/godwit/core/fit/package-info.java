/// Whether a value fits the type of its field, by its bytes or by what it is.
@NullMarked
package dev.godwit.core.fit;

import org.jspecify.annotations.NullMarked;
