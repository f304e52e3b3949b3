package dev.godwit.storage.s3;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// What lies behind the server, and fails on demand. It looks for the version that a write expects
/// in the same moment as it writes, which the store beneath does not.
final class FaultyStore extends ForwardingBlobStore {
  private volatile Consumer<PutObjectRequest> beforePut = request -> {};
  private volatile Consumer<PutObjectRequest> afterPut = request -> {};
  private volatile Consumer<UploadPartRequest> afterPart = request -> {};
  private volatile Runnable afterCompletion = () -> {};

  FaultyStore(BlobStore store) {
    super(store);
  }

  /// Called before an object is stored; may throw.
  void beforePut(Consumer<PutObjectRequest> fault) {
    beforePut = fault;
  }

  /// Called when an object has been stored and nobody knows; may throw.
  void afterPut(Consumer<PutObjectRequest> fault) {
    afterPut = fault;
  }

  /// Called when a part has been stored; may throw.
  void afterPart(Consumer<UploadPartRequest> fault) {
    afterPart = fault;
  }

  /// Called when all parts have become an object and nobody knows; may throw.
  void afterCompletion(Runnable fault) {
    afterCompletion = fault;
  }

  void heal() {
    afterCompletion = () -> {};
    beforePut = request -> {};
    afterPut = request -> {};
    afterPart = request -> {};
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    beforePut.accept(request);
    PutObjectResponse answer =
        request.ifMatch() == null ? super.putBlob(request, content) : putOnto(request, content);
    afterPut.accept(request);
    return answer;
  }

  private synchronized PutObjectResponse putOnto(PutObjectRequest request, InputStream content) {
    HeadObjectResponse there = blobMetadataIfPresent(request.bucket(), request.key());
    if (there == null || !Objects.equals(plain(there.eTag()), plain(request.ifMatch()))) {
      throw S3Exceptions.preconditionFailed(null);
    }
    return super.putBlob(request, content);
  }

  private static String plain(String tag) {
    return tag.replace("\"", "");
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream content) {
    UploadPartResponse answer = super.uploadMultipartPart(upload, request, content);
    afterPart.accept(request);
    return answer;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse answer = super.completeMultipartUpload(upload, request);
    afterCompletion.run();
    return answer;
  }
}
