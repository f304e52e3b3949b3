package dev.godwit.registry;

import dev.godwit.registry.internal.fetch.AddressRules;
import dev.godwit.registry.internal.fetch.Download;
import dev.godwit.registry.internal.fetch.Downloads;
import dev.godwit.registry.internal.fetch.Limit;
import dev.godwit.registry.internal.fetch.Validators;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// Opens a client for each download: there are few, and most runs have none.
///
/// @param variables the environment: proxies and certificates
record Network(Map<String, String> variables, AddressRules rules) {
  Download get(URI address, Limit limit, Validators known, Path folder) {
    try (Downloads downloads = new Downloads(variables, rules)) {
      return downloads.get(address, limit, known, folder);
    }
  }
}
