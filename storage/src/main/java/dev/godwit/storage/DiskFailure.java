package dev.godwit.storage;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;

/// Says what this machine's file system refuses.
public final class DiskFailure {
  private static final Pattern FULL =
      Pattern.compile(".*(No space left|not enough space|Disk quota exceeded).*", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile(
          ".*(File name too long|syntax is incorrect|Invalid argument).*", Pattern.DOTALL);

  private DiskFailure() {}

  /// The failure of an access to a folder.
  ///
  /// @param place what messages call the folder
  public static GodwitException of(String place, IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException || message.contains("Read-only file system")) {
      return denied(place).causedBy(e);
    }
    if (FULL.matcher(message).matches()) {
      return GodwitException.transientError("storage.full", "The disk of " + place + " is full.")
          .hint("Free some space and run again: it goes on from the last checkpoint.")
          .causedBy(e);
    }
    if (e instanceof ClosedByInterruptException) {
      return GodwitException.transientError(
              "storage.interrupted", "Access to " + place + " was interrupted.")
          .causedBy(e);
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return GodwitException.config(
              "storage.path", message + " is a file, and cannot be a folder too.")
          .hint("Choose other names.")
          .causedBy(e);
    }
    if (NAME.matcher(message).matches()) {
      return GodwitException.config(
              "storage.path", "The file system of " + place + " cannot have such a name.")
          .hint("Choose shorter names, of letters that the file system knows.")
          .causedBy(e);
    }
    return GodwitException.transientError(
            "storage.refused", "A file in " + place + " could not be read or written: " + message)
        .causedBy(e);
  }

  /// May not be written to.
  static GodwitException denied(String place) {
    return GodwitException.config("storage.denied", place + " cannot be written: no permission.")
        .hint("Check who owns the folder, and whether its file system is read-only.");
  }
}
