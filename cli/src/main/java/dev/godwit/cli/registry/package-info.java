/// Connectors by name: the commands, and what they print.
@NullMarked
package dev.godwit.cli.registry;

import org.jspecify.annotations.NullMarked;
