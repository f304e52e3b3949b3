package dev.godwit.storage.s3;

import dev.godwit.storage.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Stores large objects in parts, some at the same time: files that are sent, and objects that are
/// copied. Parts are read from disk as they are sent, so memory does not grow with the file.
final class S3Parts {
  private static final long MEBIBYTE = 1L << 20;

  /// Files up to this size, and parts of larger ones, are sent in one request.
  private static final long SENT = 16 * MEBIBYTE;

  /// Objects up to this size, and parts of larger ones, are copied in one request. The limit is 5
  /// GiB: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
  private static final long COPIED = 1_024 * MEBIBYTE;

  /// Of 10,000 that are allowed.
  private static final long MOST_PARTS = 9_000;

  private static final int AT_ONCE = 4;

  private final S3Client client;
  private final String bucket;

  S3Parts(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /// Returns the ETag of the object.
  String upload(Path file, String key) {
    long size = size(file);
    if (size <= SENT) {
      return client
          .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file))
          .eTag();
    }
    return inParts(
        key,
        size,
        partSize(size, SENT),
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
        partSize(size, COPIED),
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

  /// At least `least`, in whole MiB.
  static long partSize(long size, long least) {
    long needed = (size + MOST_PARTS - 1) / MOST_PARTS;
    return Math.max(least, (needed + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE);
  }

  private String inParts(String key, long size, long partSize, Part part) {
    String upload = client.createMultipartUpload(r -> r.bucket(bucket).key(key)).uploadId();
    try {
      List<CompletedPart> parts = all(upload, size, partSize, part);
      return client
          .completeMultipartUpload(request ->
              request
                  .bucket(bucket)
                  .key(key)
                  .uploadId(upload)
                  .multipartUpload(whole -> whole.parts(parts)))
          .eTag();
    } catch (RuntimeException e) {
      abort(key, upload, e);
      throw e;
    }
  }

  private static List<CompletedPart> all(String upload, long size, long partSize, Part part) {
    List<Callable<CompletedPart>> tasks = new ArrayList<>();
    for (long from = 0; from < size; from += partSize) {
      int number = tasks.size() + 1;
      long start = from;
      long length = Math.min(partSize, size - from);
      tasks.add(() ->
          CompletedPart.builder()
              .partNumber(number)
              .eTag(part.store(upload, number, start, length))
              .build());
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<CompletedPart>> running = tasks.stream().map(threads::submit).toList();
      try {
        List<CompletedPart> parts = new ArrayList<>();
        for (Future<CompletedPart> each : running) {
          parts.add(each.get());
        }
        return parts;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        throw AbortedException.create("interrupted", e);
      } finally {
        threads.shutdownNow();
      }
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
