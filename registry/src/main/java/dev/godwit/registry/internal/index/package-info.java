/// Reads the list of a registry, and trusts none of it.
@NullMarked
package dev.godwit.registry.internal.index;

import org.jspecify.annotations.NullMarked;
