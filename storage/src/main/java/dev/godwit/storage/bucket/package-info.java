/// What buckets of all clouds have in common: addresses, prefixes, replacing under a condition.
@NullMarked
package dev.godwit.storage.bucket;

import org.jspecify.annotations.NullMarked;
