package dev.godwit.manifest.internal.http;

import org.apache.hc.client5.http.cookie.BasicCookieStore;

/// What one requester keeps between requests: cookies and timeouts. Thread-safe.
public final class Session {
  private final BasicCookieStore cookies = new BasicCookieStore();
  private final Timeouts timeouts;

  public Session(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  BasicCookieStore cookies() {
    return cookies;
  }

  Timeouts timeouts() {
    return timeouts;
  }
}
