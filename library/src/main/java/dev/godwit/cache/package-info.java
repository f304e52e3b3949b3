/// What syncs have brought, to be read again: streams of a cache, their rows, SQL.
@NullMarked
package dev.godwit.cache;

import org.jspecify.annotations.NullMarked;
