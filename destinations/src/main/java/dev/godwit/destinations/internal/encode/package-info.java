/// Rows as bytes in a form of their own, field by field, out of the bytes they came in.
@NullMarked
package dev.godwit.destinations.internal.encode;

import org.jspecify.annotations.NullMarked;
