/// Rules and a stream become a program.
@NullMarked
package dev.godwit.mapping.internal.compile;

import org.jspecify.annotations.NullMarked;
