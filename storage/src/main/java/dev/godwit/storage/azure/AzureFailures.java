package dev.godwit.storage.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import com.azure.storage.blob.models.BlobStorageException;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.Attempts;
import java.io.IOException;
import java.util.Set;

/// Says what Azure has refused. Codes:
/// https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes
final class AzureFailures extends Attempts {
  private static final Set<String> CHANGED =
      Set.of("ConditionNotMet", "BlobAlreadyExists", "BlobNotFound");
  private static final Set<String> NO_CONTAINER =
      Set.of("ContainerNotFound", "ContainerBeingDeleted", "ContainerDisabled", "InvalidUri");
  private static final Set<String> WRONG_CREDENTIALS =
      Set.of("AuthenticationFailed", "InvalidAuthenticationInfo", "NoAuthenticationInformation");

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int STORAGE_FULL = 507;

  AzureFailures(Address address) {
    super(address);
  }

  @Override
  protected boolean isChanged(Exception e) {
    return e instanceof BlobStorageException refused
        && (refused.getStatusCode() == PRECONDITION_FAILED || CHANGED.contains(code(refused)));
  }

  @Override
  protected boolean isMissing(Exception e) {
    return e instanceof BlobStorageException refused
        && refused.getStatusCode() == NOT_FOUND
        && !NO_CONTAINER.contains(code(refused));
  }

  private static String code(BlobStorageException e) {
    return e.getErrorCode() == null ? "" : e.getErrorCode().toString();
  }

  @Override
  protected GodwitException failed(Exception e) {
    return switch (e) {
      case BlobStorageException refused -> refused(code(refused), refused);
      case CredentialUnavailableException none ->
          failures.noCredentials(
              none,
              "Set AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN,"
                  + " or log in with `az login`.");
      case ClientAuthenticationException wrong ->
          isUnanswered(wrong) ? failures.notAsked(wrong) : failures.wrongCredentials("", wrong);
      default -> failures.notAsked(e);
    };
  }

  /// Whether it was not the one who grants tokens that refused.
  private static boolean isUnanswered(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private GodwitException refused(String code, BlobStorageException e) {
    int status = e.getStatusCode();
    if (NO_CONTAINER.contains(code) || status == NOT_FOUND) {
      return failures.noBucket(e);
    }
    if (String.valueOf(e.getServiceMessage()).contains("date header")) {
      return failures.clock(e);
    }
    if (WRONG_CREDENTIALS.contains(code) || status == UNAUTHORIZED) {
      return failures.wrongCredentials(code, e);
    }
    if (status == FORBIDDEN) {
      return failures.denied(code, e);
    }
    if (status == STORAGE_FULL) {
      return failures.full(e);
    }
    return failures.refused("status " + status + " " + code, e);
  }
}
