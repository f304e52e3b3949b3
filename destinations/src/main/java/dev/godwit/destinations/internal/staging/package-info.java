/// Rows in files until they may land, apart by slice.
@NullMarked
package dev.godwit.destinations.internal.staging;

import org.jspecify.annotations.NullMarked;
