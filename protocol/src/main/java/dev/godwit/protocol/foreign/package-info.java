/// Connectors of others, which run as programs of their own: a source and a destination to
/// everybody else.
@NullMarked
package dev.godwit.protocol.foreign;

import org.jspecify.annotations.NullMarked;
