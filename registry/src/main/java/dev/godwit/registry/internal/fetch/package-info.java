/// Downloads with limits: size, time, where redirections lead.
@NullMarked
package dev.godwit.registry.internal.fetch;

import org.jspecify.annotations.NullMarked;
