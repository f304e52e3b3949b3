/// Airbyte's low-code manifests as connectors. {@link dev.godwit.manifest.Manifest} is all that
/// others need to know.
@NullMarked
package dev.godwit.manifest;

import org.jspecify.annotations.NullMarked;
