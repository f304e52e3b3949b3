package dev.godwit.storage.s3;

import dev.godwit.storage.StoredObject;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.Bucket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket of S3. The version of an object is its ETag.
final class S3Bucket implements Bucket {
  /// How many objects one request may name:
  /// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
  private static final int MOST_DELETED = 1_000;

  private final S3Client client;
  private final String bucket;
  private final S3Failures failures;
  private final S3Parts parts;

  S3Bucket(S3Client client, Address address) {
    this.client = client;
    this.bucket = address.bucket();
    this.failures = new S3Failures(address);
    this.parts = new S3Parts(client, bucket);
  }

  @Override
  public @Nullable StoredObject read(String key) {
    return failures.ifPresent(() -> {
      ResponseBytes<GetObjectResponse> answer =
          client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
      return new StoredObject(answer.asByteArray(), answer.response().eTag());
    });
  }

  @Override
  public @Nullable String put(String key, byte[] content, @Nullable String replaced, String mark) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(bucket).key(key).metadata(Map.of(MARK, mark));
    if (replaced == null) {
      request.ifNoneMatch("*");
    } else {
      request.ifMatch(replaced);
    }
    return failures.ifUnchanged(
        () -> client.putObject(request.build(), RequestBody.fromBytes(content)).eTag());
  }

  @Override
  public @Nullable Written look(String key) {
    HeadObjectResponse head = head(key);
    return head == null ? null : new Written(head.eTag(), head.metadata().get(MARK));
  }

  /// Answers to HEAD have no body, and so do not tell a missing bucket from a missing object.
  private @Nullable HeadObjectResponse head(String key) {
    return failures.ifPresent(() -> client.headObject(r -> r.bucket(bucket).key(key)));
  }

  @Override
  public void upload(Path file, String key) {
    failures.attempt(() -> parts.upload(file, key));
  }

  @Override
  public boolean download(String key, Path file) {
    return failures.ifPresent(() ->
        client.getObject(
            request -> request.bucket(bucket).key(key),
            (answer, content) -> Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING)))
        != null;
  }

  @Override
  public boolean copy(String from, String to) {
    HeadObjectResponse head = head(from);
    return head != null
        && failures.attempt(() -> parts.copy(from, head.contentLength(), to)) != null;
  }

  @Override
  public void delete(Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    for (int start = 0; start < all.size(); start += MOST_DELETED) {
      List<String> batch = all.subList(start, Math.min(all.size(), start + MOST_DELETED));
      failures.attempt(() -> deleteBatch(batch));
    }
  }

  /// The answer is a success even where objects could not be removed.
  private DeleteObjectsResponse deleteBatch(List<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    DeleteObjectsResponse answer =
        client.deleteObjects(
            request -> request.bucket(bucket).delete(all -> all.objects(objects).quiet(true)));
    for (S3Error error : answer.errors()) {
      if (!"NoSuchKey".equals(error.code())) {
        throw S3Failures.ofObject(error);
      }
    }
    return answer;
  }

  @Override
  public List<String> list(String prefix) {
    return failures.attempt(() -> {
      List<String> keys = new ArrayList<>();
      for (S3Object object :
          client
              .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
              .contents()) {
        keys.add(object.key());
      }
      return keys;
    });
  }

  @Override
  public void close() {
    client.close();
  }
}
