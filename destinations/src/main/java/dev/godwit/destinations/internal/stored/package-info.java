/// What destinations keep of streams and runs, as JSON.
@NullMarked
package dev.godwit.destinations.internal.stored;

import org.jspecify.annotations.NullMarked;
