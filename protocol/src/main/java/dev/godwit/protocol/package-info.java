/// The Airbyte protocol: JSON messages, one a line. The wire's own names live here and nowhere
/// else.
@NullMarked
package dev.godwit.protocol;

import org.jspecify.annotations.NullMarked;
