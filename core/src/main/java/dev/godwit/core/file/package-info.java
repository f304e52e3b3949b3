/// Files that several programs share: known again by a digest, kept to one at a time, cached.
@NullMarked
package dev.godwit.core.file;

import org.jspecify.annotations.NullMarked;
