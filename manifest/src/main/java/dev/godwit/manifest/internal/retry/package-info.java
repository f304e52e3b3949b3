/// What an answer means, and whether, when and how often to ask again.
@NullMarked
package dev.godwit.manifest.internal.retry;

import org.jspecify.annotations.NullMarked;
