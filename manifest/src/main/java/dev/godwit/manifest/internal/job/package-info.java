/// Asynchronous jobs: the API is told to prepare something, asked until it is done, and then gives
/// it away as downloads.
@NullMarked
package dev.godwit.manifest.internal.job;

import org.jspecify.annotations.NullMarked;
