/// What a replay did otherwise than the recording, in words.
@NullMarked
package dev.godwit.session.compare;

import org.jspecify.annotations.NullMarked;
