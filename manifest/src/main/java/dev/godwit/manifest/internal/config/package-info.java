/// Compares a configuration with the spec of its connector.
@NullMarked
package dev.godwit.manifest.internal.config;

import org.jspecify.annotations.NullMarked;
