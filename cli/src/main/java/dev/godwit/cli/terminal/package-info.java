/// What the command knows of the terminal it runs in, and the shapes it prints there.
@NullMarked
package dev.godwit.cli.terminal;

import org.jspecify.annotations.NullMarked;
