/// How far a sync is, for programs that show it.
@NullMarked
package dev.godwit.progress;

import org.jspecify.annotations.NullMarked;
