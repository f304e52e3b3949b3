package dev.godwit.storage.bucket;

import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.DiskFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;

/// What can go wrong with a bucket, said in the same words for all clouds.
public final class Failures {
  private final Address address;

  public Failures(Address address) {
    this.address = address;
  }

  /// Nobody knows who asks.
  ///
  /// @param hint where this cloud looks for credentials
  public GodwitException noCredentials(Throwable cause, String hint) {
    return GodwitException.config(
            "storage.no-credentials", "There are no credentials for " + address + ".")
        .hint(hint)
        .causedBy(cause);
  }

  /// The credentials are not those of anybody, or no longer.
  ///
  /// @param reason the cloud's own name of it
  public GodwitException wrongCredentials(String reason, Throwable cause) {
    return GodwitException.config(
            "storage.denied", address + " does not know these credentials" + named(reason))
        .hint("Check the key and its secret, and whether they have expired.")
        .causedBy(cause);
  }

  /// Whoever asks has no right to.
  ///
  /// @param reason the cloud's own name of it
  public GodwitException denied(String reason, Throwable cause) {
    return GodwitException.config(
            "storage.denied", "The credentials may not do this in " + address + named(reason))
        .hint("They need the rights to list, read, write and delete below that prefix.")
        .causedBy(cause);
  }

  private static String named(String reason) {
    return reason.isBlank() ? "." : " (" + reason + ").";
  }

  public GodwitException noBucket(Throwable cause) {
    return GodwitException.config(
            "storage.not-found", "There is no bucket '" + address.bucket() + "'.")
        .hint("Create it, or correct the address.")
        .causedBy(cause);
  }

  public GodwitException clock(Throwable cause) {
    return GodwitException.config(
            "storage.clock", address + " takes this machine's clock for wrong.")
        .hint("Set the clock, best by a time server: requests are signed with the time.")
        .causedBy(cause);
  }

  /// The bucket lies elsewhere.
  public GodwitException elsewhere(Throwable cause, String hint) {
    return GodwitException.config(
            "storage.address",
            "The bucket '" + address.bucket() + "' is not where it was asked for.")
        .hint(hint)
        .causedBy(cause);
  }

  public GodwitException full(Throwable cause) {
    return GodwitException.transientError("storage.full", "The store of " + address + " is full.")
        .hint("Free some space and run again: it goes on from the last checkpoint.")
        .causedBy(cause);
  }

  /// The store does not know a kind of request.
  public GodwitException unknownRequest(Throwable cause) {
    return GodwitException.config(
            "storage.no-conditions",
            "The store of "
                + address
                + " does not know a request that is needed, most likely"
                + " a conditional write.")
        .hint("Take a store, or a version of it, that knows If-None-Match and If-Match.")
        .causedBy(cause);
  }

  public GodwitException refused(String reason, Throwable cause) {
    return GodwitException.transientError(
            "storage.refused", address + " has refused a request: " + reason.strip())
        .causedBy(cause);
  }

  /// A request that got no answer, or never went out.
  public GodwitException notAsked(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof GodwitException known) {
        return known;
      }
      if (cause instanceof FileSystemException || isLocal(cause)) {
        return DiskFailure.of("this machine", (IOException) cause);
      }
      if (isInterruption(cause)) {
        return interrupted(failure);
      }
      if (cause instanceof IOException || cause instanceof UnresolvedAddressException) {
        return unreachable(cause, failure);
      }
    }
    return refused(String.valueOf(failure.getMessage()), failure);
  }

  /// The run ends. The thread stays interrupted.
  public GodwitException interrupted(Throwable cause) {
    Thread.currentThread().interrupt();
    return GodwitException.transientError(
            "storage.interrupted", "A request to " + address + " was interrupted.")
        .causedBy(cause);
  }

  private static boolean isLocal(Throwable cause) {
    return cause instanceof IOException
        && String.valueOf(cause.getMessage()).contains("No space left");
  }

  private static boolean isInterruption(Throwable cause) {
    return cause instanceof InterruptedException
        || cause instanceof ClosedByInterruptException
        || (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted());
  }

  private GodwitException unreachable(Throwable cause, Throwable failure) {
    Throwable last = cause;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String reason =
        switch (last) {
          case UnknownHostException e -> "there is no such host, " + e.getMessage();
          case UnresolvedAddressException _ -> "there is no such host";
          case SSLException e -> "no secure connection, " + e.getMessage();
          default ->
              String.valueOf(last.getMessage() == null ? cause.getMessage() : last.getMessage());
        };
    return GodwitException.transientError(
            "storage.unreachable", address + " cannot be reached: " + reason)
        .hint("Check the address of the server, the network and the proxy.")
        .causedBy(failure);
  }
}
