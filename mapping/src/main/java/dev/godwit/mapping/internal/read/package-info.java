/// Rules out of the plain values of a file, with errors that say what is allowed.
@NullMarked
package dev.godwit.mapping.internal.read;

import org.jspecify.annotations.NullMarked;
