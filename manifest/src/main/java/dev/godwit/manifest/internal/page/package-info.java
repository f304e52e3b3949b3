/// How the next page of an answer is asked for.
@NullMarked
package dev.godwit.manifest.internal.page;

import org.jspecify.annotations.NullMarked;
