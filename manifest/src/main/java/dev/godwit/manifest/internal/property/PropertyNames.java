package dev.godwit.manifest.internal.property;

import dev.godwit.manifest.internal.request.Meter;
import java.util.List;

/// Where the names of properties come from.
@FunctionalInterface
public interface PropertyNames {
  /// All names, in the order in which they are asked for. May ask the API.
  ///
  /// @param meter counts what that costs
  List<String> all(Meter meter) throws InterruptedException;
}
