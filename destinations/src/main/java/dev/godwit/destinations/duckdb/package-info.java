/// DuckDB files as destinations: typed tables, rows and state in one transaction.
@NullMarked
package dev.godwit.destinations.duckdb;

import org.jspecify.annotations.NullMarked;
