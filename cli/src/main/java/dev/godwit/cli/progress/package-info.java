/// Shows a running sync: as lines that are redrawn, as plain lines, as JSON events, or not at all.
@NullMarked
package dev.godwit.cli.progress;

import org.jspecify.annotations.NullMarked;
