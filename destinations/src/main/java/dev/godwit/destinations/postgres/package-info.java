/// Postgres databases: their SQL, how to reach them and log in, and what becomes of lost
/// connections.
@NullMarked
package dev.godwit.destinations.postgres;

import org.jspecify.annotations.NullMarked;
