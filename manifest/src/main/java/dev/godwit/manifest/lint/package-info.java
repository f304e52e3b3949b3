/// What is wrong, or probably not meant, in a manifest: findings as data.
@NullMarked
package dev.godwit.manifest.lint;

import org.jspecify.annotations.NullMarked;
