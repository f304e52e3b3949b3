/// The formats of files: what makes them of staged rows, and how DuckDB reads them.
@NullMarked
package dev.godwit.destinations.internal.fileformat;

import org.jspecify.annotations.NullMarked;
