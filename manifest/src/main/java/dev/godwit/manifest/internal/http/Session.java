package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.client5.http.cookie.BasicCookieStore;

/// What one requester keeps between requests: cookies and timeouts. Thread-safe.
public final class Session {
  private final BasicCookieStore cookies = new BasicCookieStore();
  private final Timeouts timeouts;
  private final Hops hops;

  public Session(Timeouts timeouts) {
    this(timeouts, Hops.FREE);
  }

  /// @param hops lets pass the requests that redirections lead to
  public Session(Timeouts timeouts, Hops hops) {
    this.timeouts = timeouts;
    this.hops = hops;
  }

  BasicCookieStore cookies() {
    return cookies;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  Response follow(Request request, Sender sender) throws IOException {
    try {
      return hops.follow(request, sender);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }
}
