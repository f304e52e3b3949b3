/// How fast the parts are. Benchmarks look inside the modules that they measure.
@NullMarked
package dev.godwit.benchmarks;

import org.jspecify.annotations.NullMarked;
