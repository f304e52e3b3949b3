/// Google Cloud Storage.
@NullMarked
package dev.godwit.storage.gcs;

import org.jspecify.annotations.NullMarked;
