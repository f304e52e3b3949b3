/// How connectors of others are found, made ready, started, watched and ended. Knows nothing of
/// messages.
@NullMarked
package dev.godwit.protocol.launch;

import org.jspecify.annotations.NullMarked;
