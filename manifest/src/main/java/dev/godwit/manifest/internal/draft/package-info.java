/// A request in the making: parameters, headers and body, and the places that values are put into.
@NullMarked
package dev.godwit.manifest.internal.draft;

import org.jspecify.annotations.NullMarked;
