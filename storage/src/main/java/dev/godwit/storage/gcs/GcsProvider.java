package dev.godwit.storage.gcs;

import dev.godwit.storage.Storage;
import dev.godwit.storage.StorageProvider;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.BucketStorage;
import java.util.Map;
import java.util.Set;

/// Opens `gs://bucket/prefix`.
public final class GcsProvider implements StorageProvider {
  @Override
  public Set<String> schemes() {
    return Set.of("gs");
  }

  @Override
  public Storage open(String place, Map<String, String> variables) {
    Address address = Address.parse(place, GcsClient.OPTIONS);
    return new BucketStorage(
        address, new GcsBucket(new GcsClient(address, variables), address), true);
  }
}
