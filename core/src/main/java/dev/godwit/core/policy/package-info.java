/// Holds rows to what was decided about changes of their stream.
@NullMarked
package dev.godwit.core.policy;

import org.jspecify.annotations.NullMarked;
