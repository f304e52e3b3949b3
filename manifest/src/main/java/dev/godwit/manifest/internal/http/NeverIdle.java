package dev.godwit.manifest.internal.http;

import java.io.FilterInputStream;
import java.io.InputStream;

/// Always promises more. The JDK's gzip stream takes a network that has nothing to offer just now
/// for the end of the last member; asked to go on it finds the true end.
final class NeverIdle extends FilterInputStream {
  NeverIdle(InputStream in) {
    super(in);
  }

  @Override
  public int available() {
    return 1;
  }
}
