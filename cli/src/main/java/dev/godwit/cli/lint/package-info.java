/// Which manifests to look through, and what was found as text, JSON and SARIF.
@NullMarked
package dev.godwit.cli.lint;

import org.jspecify.annotations.NullMarked;
