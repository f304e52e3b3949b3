/// Recorded sessions: tested, replayed, told about.
@NullMarked
package dev.godwit.cli.session;

import org.jspecify.annotations.NullMarked;
