/// Rows in the formats of files that everybody reads.
@NullMarked
package dev.godwit.destinations.internal.rowfile;

import org.jspecify.annotations.NullMarked;
