/// Contracts: what the rows of a stream have promised to be, and what happens when they are not.
@NullMarked
package dev.godwit.mapping.contract;

import org.jspecify.annotations.NullMarked;
