/// One class a command: its arguments, its help, and which parts it puts to work.
@NullMarked
package dev.godwit.cli.command;

import org.jspecify.annotations.NullMarked;
