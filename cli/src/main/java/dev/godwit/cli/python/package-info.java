/// The Python of manifests: the commands that show and allow it.
@NullMarked
package dev.godwit.cli.python;

import org.jspecify.annotations.NullMarked;
