/// Rows as lines of JSON that DuckDB reads, and its types.
@NullMarked
package dev.godwit.destinations.internal.duckline;

import org.jspecify.annotations.NullMarked;
