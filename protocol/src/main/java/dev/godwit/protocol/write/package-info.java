/// Be a destination: takes messages, lands their rows, and sends states back once that is done.
@NullMarked
package dev.godwit.protocol.write;

import org.jspecify.annotations.NullMarked;
