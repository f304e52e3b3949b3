/// The engine's objects as templates see them.
@NullMarked
package dev.godwit.manifest.internal.scope;

import org.jspecify.annotations.NullMarked;
