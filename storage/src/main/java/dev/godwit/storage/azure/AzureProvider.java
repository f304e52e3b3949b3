package dev.godwit.storage.azure;

import dev.godwit.storage.Storage;
import dev.godwit.storage.StorageProvider;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.BucketStorage;
import java.util.Map;
import java.util.Set;

/// Opens `az://container/prefix` and `abfss://container@account.dfs.core.windows.net/prefix`.
public final class AzureProvider implements StorageProvider {
  @Override
  public Set<String> schemes() {
    return Set.of("az", "abfss");
  }

  @Override
  public Storage open(String place, Map<String, String> variables) {
    Address address = Address.parse(place, AzureSettings.OPTIONS);
    AzureSettings settings = AzureSettings.resolve(address, variables);
    return new BucketStorage(address, new AzureBucket(settings, address), true);
  }
}
