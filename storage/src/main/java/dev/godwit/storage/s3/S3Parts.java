package dev.godwit.storage.s3;

import dev.godwit.storage.DiskFailure;
import dev.godwit.storage.bucket.Bucket;
import dev.godwit.storage.bucket.FileStretch;
import dev.godwit.storage.bucket.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/// Stores large objects in parts: files that are sent, and objects that are copied. Parts are read
/// from disk as they are sent, so memory does not grow with the file.
final class S3Parts {
  /// Objects up to this size, and parts of larger ones, are copied in one request. The limit is 5
  /// GiB: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
  private static final long COPIED = 1L << 30;

  private final S3Client client;
  private final String bucket;

  S3Parts(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /// Returns the ETag of the object.
  String upload(Path file, String key) {
    long size = size(file);
    if (size <= Parts.SENT) {
      return client
          .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file))
          .eTag();
    }
    return inParts(
        key,
        size,
        Parts.size(size, Parts.SENT),
        (upload, number, from, length) ->
            client
                .uploadPart(
                    request -> request.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                    RequestBody.fromContentProvider(
                        stretch(file, from, length), length, "application/octet-stream"))
                .eTag());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw DiskFailure.of(file.toString(), e);
    }
  }

  private static ContentStreamProvider stretch(Path file, long from, long length) {
    return ContentStreamProvider.fromInputStreamSupplier(
        () -> FileStretch.open(file, from, length));
  }

  /// Returns the ETag of the copy.
  String copy(String from, long size, String to) {
    if (size <= COPIED) {
      return client
          .copyObject(request ->
              request
                  .sourceBucket(bucket)
                  .sourceKey(from)
                  .destinationBucket(bucket)
                  .destinationKey(to))
          .copyObjectResult()
          .eTag();
    }
    return inParts(
        to,
        size,
        Parts.size(size, COPIED),
        (upload, number, start, length) ->
            client
                .uploadPartCopy(request ->
                    request
                        .sourceBucket(bucket)
                        .sourceKey(from)
                        .destinationBucket(bucket)
                        .destinationKey(to)
                        .uploadId(upload)
                        .partNumber(number)
                        .copySourceRange("bytes=" + start + "-" + (start + length - 1)))
                .copyPartResult()
                .eTag());
  }

  private String inParts(String key, long size, long partSize, Part part) {
    String mark = UUID.randomUUID().toString();
    String upload =
        client
            .createMultipartUpload(
                request -> request.bucket(bucket).key(key).metadata(Map.of(Bucket.MARK, mark)))
            .uploadId();
    try {
      List<CompletedPart> parts =
          Parts.each(
              size,
              partSize,
              (number, from, length) ->
                  CompletedPart.builder()
                      .partNumber(number)
                      .eTag(part.store(upload, number, from, length))
                      .build());
      return complete(key, upload, parts, mark);
    } catch (RuntimeException e) {
      abort(key, upload, e);
      throw e;
    }
  }

  /// A request whose answer was lost is sent again, and then there is no such upload any more.
  private String complete(String key, String upload, List<CompletedPart> parts, String mark) {
    try {
      return client
          .completeMultipartUpload(request ->
              request
                  .bucket(bucket)
                  .key(key)
                  .uploadId(upload)
                  .multipartUpload(whole -> whole.parts(parts)))
          .eTag();
    } catch (NoSuchUploadException e) {
      HeadObjectResponse there = client.headObject(r -> r.bucket(bucket).key(key));
      if (!mark.equals(there.metadata().get(Bucket.MARK))) {
        throw e;
      }
      return there.eTag();
    }
  }

  /// Parts that nobody completes would be kept, and paid for.
  private void abort(String key, String upload, RuntimeException failure) {
    try {
      client.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(upload));
    } catch (SdkException e) {
      failure.addSuppressed(e);
    }
  }

  private interface Part {
    /// The ETag of the part.
    String store(String upload, int number, long from, long length);
  }
}
