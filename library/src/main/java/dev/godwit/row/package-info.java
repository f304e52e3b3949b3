/// Rows as they are read: one after the other, and closed in any case.
@NullMarked
package dev.godwit.row;

import org.jspecify.annotations.NullMarked;
