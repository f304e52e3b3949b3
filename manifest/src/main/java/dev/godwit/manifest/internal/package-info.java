/// The engine behind {@link dev.godwit.manifest.Manifest}: parse, resolve, compile, run.
@NullMarked
package dev.godwit.manifest.internal;

import org.jspecify.annotations.NullMarked;
