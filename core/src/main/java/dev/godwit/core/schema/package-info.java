/// What streams look like, how that changes, and what may come of it.
@NullMarked
package dev.godwit.core.schema;

import org.jspecify.annotations.NullMarked;
