/// Values that show less than the ones they stand for: digests, ciphertexts, tokens, fixed and cut
/// texts.
@NullMarked
package dev.godwit.mapping.internal.mask;

import org.jspecify.annotations.NullMarked;
