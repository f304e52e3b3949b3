/// The seam between a manifest and the components that classes outside of it implement: what a
/// program that runs such classes has to offer, and what it is given.
@NullMarked
package dev.godwit.manifest.component;

import org.jspecify.annotations.NullMarked;
