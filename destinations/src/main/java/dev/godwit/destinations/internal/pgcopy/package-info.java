/// Rows as the tuples of Postgres' binary COPY, which the server takes with the least work.
@NullMarked
package dev.godwit.destinations.internal.pgcopy;

import org.jspecify.annotations.NullMarked;
