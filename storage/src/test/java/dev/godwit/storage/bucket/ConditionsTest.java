package dev.godwit.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.Storage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final Address ADDRESS = Address.parse("s3://lake/shop", Set.of());
  private static final byte[] CONTENT = {1};

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true"})
  void aStoreThatForgetsConditionsIsRefused(boolean keepsNoneMatch, boolean keepsMatch) {
    MemoryBucket bucket = new MemoryBucket(keepsNoneMatch, keepsMatch);
    try (Storage storage = new BucketStorage(ADDRESS, bucket, false)) {
      assertRefused(storage::check);
      assertRefused(() -> storage.replace("list", CONTENT, null));
    }
    assertThat(bucket.objects).isEmpty();
  }

  private static void assertRefused(Runnable call) {
    GodwitException refused = catchThrowableOfType(GodwitException.class, call::run);
    assertThat(refused.code()).isEqualTo("storage.no-conditions");
    assertThat(refused.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  @Test
  void aStoreIsTriedOnce() {
    MemoryBucket bucket = new MemoryBucket(true, true);
    try (Storage storage = new BucketStorage(ADDRESS, bucket, false)) {
      storage.replace("a", CONTENT, null);
      int first = bucket.puts;
      storage.replace("b", CONTENT, null);

      assertThat(bucket.puts).isEqualTo(first + 1);
    }
    assertThat(bucket.objects).containsOnlyKeys("shop/a", "shop/b");
  }

  @Test
  void aStoreThatIsKnownToKeepThemIsNotTried() {
    MemoryBucket bucket = new MemoryBucket(true, true);
    try (Storage storage = new BucketStorage(ADDRESS, bucket, true)) {
      storage.replace("a", CONTENT, null);
    }
    assertThat(bucket.puts).isEqualTo(1);
  }
}
