/// Files as a destination: Parquet, JSON lines, CSV and Avro, in folders and buckets.
@NullMarked
package dev.godwit.destinations.files;

import org.jspecify.annotations.NullMarked;
