/// What goes into a request and where it comes from: the manifest's own parameters, credentials,
/// pages and slices.
@NullMarked
package dev.godwit.manifest.internal.request;

import org.jspecify.annotations.NullMarked;
