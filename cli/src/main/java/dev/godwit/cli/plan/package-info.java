/// Plans as text, as JSON and as files that are carried out later.
@NullMarked
package dev.godwit.cli.plan;

import org.jspecify.annotations.NullMarked;
