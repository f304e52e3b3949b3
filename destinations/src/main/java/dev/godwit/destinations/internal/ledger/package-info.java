/// The lists of files that are committed, one a stream, with the state that belongs to them.
@NullMarked
package dev.godwit.destinations.internal.ledger;

import org.jspecify.annotations.NullMarked;
