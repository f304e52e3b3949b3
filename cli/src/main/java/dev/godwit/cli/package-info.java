/// The command line: arguments in, lines out.
@NullMarked
package dev.godwit.cli;

import org.jspecify.annotations.NullMarked;
