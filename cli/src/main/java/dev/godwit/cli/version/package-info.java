/// Which Godwit this is.
@NullMarked
package dev.godwit.cli.version;

import org.jspecify.annotations.NullMarked;
