/// Dynamic streams: templates of streams, and the values that turn them into streams.
@NullMarked
package dev.godwit.manifest.internal.resolver;

import org.jspecify.annotations.NullMarked;
