/// How commands end badly: what they say and with which code.
@NullMarked
package dev.godwit.cli.failure;

import org.jspecify.annotations.NullMarked;
