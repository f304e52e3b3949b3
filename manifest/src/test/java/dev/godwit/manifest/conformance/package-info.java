/// Plays recordings of the reference engine through ours.
@NullMarked
package dev.godwit.manifest.conformance;

import org.jspecify.annotations.NullMarked;
