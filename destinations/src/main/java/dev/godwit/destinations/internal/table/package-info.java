/// What tables of all databases have in common: columns, names, types, and values that fit them.
/// Knows no SQL.
@NullMarked
package dev.godwit.destinations.internal.table;

import org.jspecify.annotations.NullMarked;
