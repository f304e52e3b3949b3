/// Lays a manifest out anew: white space changes, everything else stays.
@NullMarked
package dev.godwit.manifest.internal.format;

import org.jspecify.annotations.NullMarked;
