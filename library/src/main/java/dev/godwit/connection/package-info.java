/// A connection as a file: source, destination, streams and what happens to their rows.
@NullMarked
package dev.godwit.connection;

import org.jspecify.annotations.NullMarked;
