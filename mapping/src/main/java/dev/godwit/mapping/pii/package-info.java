/// Finds personal data in rows, without showing any of it, and proposes how to hide it.
@NullMarked
package dev.godwit.mapping.pii;

import org.jspecify.annotations.NullMarked;
