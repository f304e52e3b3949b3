/// From the bytes of an answer to rows: extract, filter, transform.
@NullMarked
package dev.godwit.manifest.internal.record;

import org.jspecify.annotations.NullMarked;
