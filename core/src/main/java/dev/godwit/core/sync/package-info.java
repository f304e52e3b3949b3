/// How a sync runs: planning, reading slices side by side, writing, committing, reporting.
@NullMarked
package dev.godwit.core.sync;

import org.jspecify.annotations.NullMarked;
