/// Azure Blob Storage.
@NullMarked
package dev.godwit.storage.azure;

import org.jspecify.annotations.NullMarked;
