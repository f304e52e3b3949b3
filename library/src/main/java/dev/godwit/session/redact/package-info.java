/// Takes secrets out of sessions: finds them, puts placeholders in their place, and looks whether
/// one was overlooked.
@NullMarked
package dev.godwit.session.redact;

import org.jspecify.annotations.NullMarked;
