/// Python packages in environments of their own: made once, found again, never half.
@NullMarked
package dev.godwit.protocol.launch.python;

import org.jspecify.annotations.NullMarked;
