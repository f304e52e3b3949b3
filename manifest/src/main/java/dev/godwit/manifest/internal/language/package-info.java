/// The manifest language as data, read off the records of the spec, for editors and for readers.
@NullMarked
package dev.godwit.manifest.internal.language;

import org.jspecify.annotations.NullMarked;
