/// Places that hold files: local folders, buckets, containers.
@NullMarked
package dev.godwit.storage;

import org.jspecify.annotations.NullMarked;
