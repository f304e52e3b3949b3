/// What the commands for connectors by name print, and which streams of them are in use.
@NullMarked
package dev.godwit.cli.connectors;

import org.jspecify.annotations.NullMarked;
