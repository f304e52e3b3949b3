package dev.godwit.manifest.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run did to its surroundings: seconds that it waited, configurations that it handed back.
record Noted(List<Double> waits, List<@Nullable Object> controls) {
  Noted() {
    this(
        Collections.synchronizedList(new ArrayList<>()),
        Collections.synchronizedList(new ArrayList<>()));
  }
}
