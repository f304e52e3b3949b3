package dev.godwit.storage.s3;

import dev.godwit.storage.Storage;
import dev.godwit.storage.StorageProvider;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.BucketStorage;
import java.util.Map;
import java.util.Set;

/// Opens `s3://bucket/prefix`.
public final class S3Provider implements StorageProvider {
  @Override
  public Set<String> schemes() {
    return Set.of("s3");
  }

  @Override
  public Storage open(String place, Map<String, String> variables) {
    Address address = Address.parse(place, S3Settings.OPTIONS);
    S3Settings settings = S3Settings.resolve(address, variables);
    S3Bucket bucket = new S3Bucket(settings.client(), address);
    return new BucketStorage(address, bucket, settings.endpoint() == null);
  }
}
