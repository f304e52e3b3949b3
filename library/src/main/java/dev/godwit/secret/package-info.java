/// Secrets that do not print, and where they are looked up by name.
@NullMarked
package dev.godwit.secret;

import org.jspecify.annotations.NullMarked;
