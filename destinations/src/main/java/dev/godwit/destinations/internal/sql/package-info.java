/// How rows and state land in tables by SQL, with a transaction for each commit. What databases do
/// differently stands in a dialect.
@NullMarked
package dev.godwit.destinations.internal.sql;

import org.jspecify.annotations.NullMarked;
