/// Whole batches through the rules, and what becomes of rows that do not get through.
@NullMarked
package dev.godwit.mapping.internal.batch;

import org.jspecify.annotations.NullMarked;
