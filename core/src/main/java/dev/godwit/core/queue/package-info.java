/// What lies between those who bring and those who take.
@NullMarked
package dev.godwit.core.queue;

import org.jspecify.annotations.NullMarked;
