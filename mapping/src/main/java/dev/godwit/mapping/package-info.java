/// Rules that change the rows of a stream before they land.
@NullMarked
package dev.godwit.mapping;

import org.jspecify.annotations.NullMarked;
