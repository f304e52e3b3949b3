/// What was downloaded before, and whether it is still that.
@NullMarked
package dev.godwit.registry.internal.cache;

import org.jspecify.annotations.NullMarked;
