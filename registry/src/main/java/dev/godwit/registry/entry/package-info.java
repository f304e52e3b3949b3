/// What a registry says of connectors.
@NullMarked
package dev.godwit.registry.entry;

import org.jspecify.annotations.NullMarked;
