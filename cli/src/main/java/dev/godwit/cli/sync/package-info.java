/// Runs a sync under the eyes of whoever started it.
@NullMarked
package dev.godwit.cli.sync;

import org.jspecify.annotations.NullMarked;
