/// The data path: `Connection → SyncPlan → Slice → RecordBatch → StreamWriter → Checkpoint`.
@NullMarked
package dev.godwit.core;

import org.jspecify.annotations.NullMarked;
