/// SQL expressions over the fields of rows, computed by a DuckDB in memory.
@NullMarked
package dev.godwit.mapping.internal.sql;

import org.jspecify.annotations.NullMarked;
