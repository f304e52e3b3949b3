/// Rows that a program has, as a source.
@NullMarked
package dev.godwit.given;

import org.jspecify.annotations.NullMarked;
