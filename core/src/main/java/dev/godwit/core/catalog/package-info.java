/// Streams that a source offers, and the ones that a user chose.
@NullMarked
package dev.godwit.core.catalog;

import org.jspecify.annotations.NullMarked;
