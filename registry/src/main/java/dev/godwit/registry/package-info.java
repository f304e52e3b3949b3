/// Connectors by name: found, downloaded, pinned.
@NullMarked
package dev.godwit.registry;

import org.jspecify.annotations.NullMarked;
