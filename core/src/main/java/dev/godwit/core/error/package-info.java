/// What went wrong, where, and what to do about it.
@NullMarked
package dev.godwit.core.error;

import org.jspecify.annotations.NullMarked;
