/// The one clock and the one sleeper.
@NullMarked
package dev.godwit.core.time;

import org.jspecify.annotations.NullMarked;
