/// The form of messages: written exactly, read with tolerance.
@NullMarked
package dev.godwit.protocol.wire;

import org.jspecify.annotations.NullMarked;
