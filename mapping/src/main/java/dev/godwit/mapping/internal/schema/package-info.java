/// What rules make of a stream's schema, key and cursor, before any row is seen.
@NullMarked
package dev.godwit.mapping.internal.schema;

import org.jspecify.annotations.NullMarked;
