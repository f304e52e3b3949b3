/// Reads sources for sessions: from the API while it is recorded, from a recording without network.
@NullMarked
package dev.godwit.session.play;

import org.jspecify.annotations.NullMarked;
