/// What was committed to a database, as a source: each stream's rows as JSON, with the types that
/// they have there.
@NullMarked
package dev.godwit.destinations.internal.contents;

import org.jspecify.annotations.NullMarked;
