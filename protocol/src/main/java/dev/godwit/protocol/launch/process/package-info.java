/// Processes: found, given their environment, started, watched, and ended with all that they
/// started.
@NullMarked
package dev.godwit.protocol.launch.process;

import org.jspecify.annotations.NullMarked;
