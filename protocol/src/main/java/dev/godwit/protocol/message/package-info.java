/// What connectors say to each other, as values.
@NullMarked
package dev.godwit.protocol.message;

import org.jspecify.annotations.NullMarked;
