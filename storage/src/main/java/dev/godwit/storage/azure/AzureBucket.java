package dev.godwit.storage.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.DownloadRetryOptions;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.godwit.storage.StoredObject;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.Bucket;
import dev.godwit.storage.bucket.Parts;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A container of Azure Blob Storage. The version of an object is its ETag.
final class AzureBucket implements Bucket {
  private static final Duration LOOK_AT_COPY = Duration.ofMillis(500);
  private static final int RETRIES = 5;

  private final AzureSettings settings;
  private final AzureFailures failures;
  private @Nullable BlobContainerClient client;

  AzureBucket(AzureSettings settings, Address address) {
    this.settings = settings;
    this.failures = new AzureFailures(address);
  }

  /// Made when it is first needed: to find out who asks may take requests.
  private synchronized BlobContainerClient container() {
    BlobContainerClient made = client;
    if (made == null) {
      made = settings.client();
      client = made;
    }
    return made;
  }

  @Override
  public @Nullable StoredObject read(String key) {
    return failures.ifPresent(() -> {
      BlobDownloadContentResponse answer =
          blob(key).downloadContentWithResponse(retries(), null, null, Context.NONE);
      return new StoredObject(
          answer.getValue().toBytes(), answer.getDeserializedHeaders().getETag());
    });
  }

  private static DownloadRetryOptions retries() {
    return new DownloadRetryOptions().setMaxRetryRequests(RETRIES);
  }

  @Override
  public @Nullable String put(String key, byte[] content, @Nullable String replaced, String mark) {
    BlobRequestConditions conditions = new BlobRequestConditions();
    if (replaced == null) {
      conditions.setIfNoneMatch("*");
    } else {
      conditions.setIfMatch(replaced);
    }
    BlockBlobSimpleUploadOptions options =
        new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(content))
            .setMetadata(Map.of(MARK, mark))
            .setRequestConditions(conditions);
    return failures.ifUnchanged(
        () -> block(key).uploadWithResponse(options, null, Context.NONE).getValue().getETag());
  }

  @Override
  public @Nullable Written look(String key) {
    BlobProperties properties = failures.ifPresent(() -> blob(key).getProperties());
    return properties == null
        ? null
        : new Written(properties.getETag(), properties.getMetadata().get(MARK));
  }

  @Override
  public void upload(Path file, String key) {
    failures.attempt(() -> {
      long size = Files.size(file);
      return size <= Parts.SENT ? whole(file, key) : inParts(file, size, key);
    });
  }

  private String whole(Path file, String key) {
    return block(key)
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromFile(file)), null, Context.NONE)
        .getValue()
        .getETag();
  }

  /// Blocks that are never committed go by themselves after a week.
  private String inParts(Path file, long size, String key) {
    BlockBlobClient blob = block(key);
    List<String> blocks =
        Parts.each(
            size,
            Parts.size(size, Parts.SENT),
            (number, from, length) -> {
              String id = blockId(number);
              blob.stageBlock(id, BinaryData.fromFile(file, from, length));
              return id;
            });
    return blob.commitBlockList(blocks, true).getETag();
  }

  /// All of a blob's must be of one length.
  private static String blockId(int number) {
    byte[] name = "%08d".formatted(number).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(name);
  }

  @Override
  public boolean download(String key, Path file) {
    BlobProperties properties = failures.ifPresent(() -> blob(key).getProperties());
    return properties != null
        && failures.ifPresent(() -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            return blob(key)
                .downloadStreamWithResponse(out, null, retries(), null, false, null, Context.NONE);
          }
        })
            != null;
  }

  @Override
  public boolean copy(String from, String to) {
    return failures.ifPresent(() -> {
      BlobClient source = blob(from);
      source.getProperties();
      String url = source.getBlobUrl();
      String signed = settings.sas() == null ? url : url + "?" + settings.sas();
      return blob(to).beginCopy(signed, LOOK_AT_COPY).waitForCompletion().getStatus();
    })
        != null;
  }

  @Override
  public void delete(Collection<String> keys) {
    List<Callable<Boolean>> deletions =
        keys.stream().map(key -> (Callable<Boolean>) () -> blob(key).deleteIfExists()).toList();
    failures.attempt(() -> Parts.all(deletions));
  }

  /// Accounts with a hierarchy list folders among the objects.
  @Override
  public List<String> list(String prefix) {
    ListBlobsOptions options =
        new ListBlobsOptions()
            .setPrefix(prefix)
            .setDetails(new BlobListDetails().setRetrieveMetadata(true));
    return failures.attempt(() -> {
      List<String> keys = new ArrayList<>();
      for (BlobItem item : container().listBlobs(options, null)) {
        if (item.getMetadata() == null || !item.getMetadata().containsKey("hdi_isfolder")) {
          keys.add(item.getName());
        }
      }
      return keys;
    });
  }

  private BlobClient blob(String key) {
    return container().getBlobClient(key);
  }

  private BlockBlobClient block(String key) {
    return blob(key).getBlockBlobClient();
  }

  @Override
  public void close() {}
}
