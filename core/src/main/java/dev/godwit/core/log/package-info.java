/// Log lines, handed to whoever runs the engine.
@NullMarked
package dev.godwit.core.log;

import org.jspecify.annotations.NullMarked;
