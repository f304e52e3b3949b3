/// Which properties a stream's requests ask for, in chunks where there are many.
@NullMarked
package dev.godwit.manifest.internal.property;

import org.jspecify.annotations.NullMarked;
