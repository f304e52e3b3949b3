/// TLS to Postgres as libpq has it: certificates, keys and where a user's files lie.
@NullMarked
package dev.godwit.destinations.internal.pgtls;

import org.jspecify.annotations.NullMarked;
