/// The protocol's messages as they stand on a line: read with tolerance, written exactly.
@NullMarked
package dev.godwit.protocol.message;

import org.jspecify.annotations.NullMarked;
