/// Components that classes outside of the manifest implement: found while a stream is compiled, and
/// handed to whoever runs them.
@NullMarked
package dev.godwit.manifest.internal.custom;

import org.jspecify.annotations.NullMarked;
