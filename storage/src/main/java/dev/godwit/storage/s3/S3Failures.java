package dev.godwit.storage.s3;

import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.Attempts;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Says what a store has refused.
final class S3Failures extends Attempts {
  private static final Set<String> WRONG_CREDENTIALS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "InvalidToken",
          "TokenRefreshRequired",
          "InvalidClientTokenId",
          "InvalidSecurity",
          "NotSignedUp");
  private static final Set<String> WRONG_CLOCK =
      Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
  private static final Set<String> OTHER_REGION =
      Set.of(
          "PermanentRedirect",
          "TemporaryRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException",
          "IncorrectEndpoint");
  private static final Set<String> FULL =
      Set.of(
          "QuotaExceeded",
          "XMinioStorageFull",
          "XMinioAdminBucketQuotaExceeded",
          "InsufficientStorage",
          "StorageFull");

  private static final int REDIRECTED = 301;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int STORAGE_FULL = 507;

  S3Failures(Address address) {
    super(address);
  }

  @Override
  protected boolean isChanged(Exception e) {
    return e instanceof S3Exception refused
        && (refused.statusCode() == PRECONDITION_FAILED
            || isMissing(refused)
            || (refused.statusCode() == CONFLICT
                && code(refused).equals("ConditionalRequestConflict")));
  }

  @Override
  protected boolean isMissing(Exception e) {
    return e instanceof S3Exception refused
        && refused.statusCode() == NOT_FOUND
        && !code(refused).equals("NoSuchBucket");
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  /// The failure of one object among several.
  static S3Exception ofObject(S3Error error) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(error.code()).errorMessage(error.message()).build();
    int status = "AccessDenied".equals(error.code()) ? FORBIDDEN : SERVER_ERROR;
    return (S3Exception)
        S3Exception.builder()
            .message(error.message())
            .statusCode(status)
            .awsErrorDetails(details)
            .build();
  }

  @Override
  protected GodwitException failed(Exception e) {
    return switch (e) {
      case S3Profile.NoCredentials none ->
          failures.noCredentials(
              none,
              "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with"
                  + " AWS_PROFILE.");
      case AwsServiceException refused -> refused(code(refused), refused);
      case AbortedException aborted -> failures.interrupted(aborted);
      default -> failures.notAsked(e);
    };
  }

  /// Codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  private GodwitException refused(String code, AwsServiceException e) {
    int status = e.statusCode();
    if (code.equals("NoSuchBucket") || (status == NOT_FOUND && code.isEmpty())) {
      return failures.noBucket(e);
    }
    if (WRONG_CLOCK.contains(code)) {
      return failures.clock(e);
    }
    if (WRONG_CREDENTIALS.contains(code)) {
      return failures.wrongCredentials(code, e);
    }
    if (OTHER_REGION.contains(code) || status == REDIRECTED) {
      return failures.elsewhere(e, "Name its region: ?region=… in the address, or AWS_REGION.");
    }
    if (status == FORBIDDEN) {
      return failures.denied(code, e);
    }
    if (FULL.contains(code) || status == STORAGE_FULL) {
      return failures.full(e);
    }
    if (status == NOT_IMPLEMENTED) {
      return failures.unknownRequest(e);
    }
    String reason =
        e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorMessage());
    return failures.refused("status " + status + " " + code + " " + reason, e);
  }
}
