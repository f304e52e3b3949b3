/// Runs the Python components of manifests: one process a source, beside the engine.
@NullMarked
package dev.godwit.python;

import org.jspecify.annotations.NullMarked;
