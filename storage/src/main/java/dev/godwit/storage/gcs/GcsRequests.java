package dev.godwit.storage.gcs;

import com.google.api.client.http.HttpBackOffIOExceptionHandler;
import com.google.api.client.http.HttpBackOffUnsuccessfulResponseHandler;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import com.google.api.client.util.ExponentialBackOff;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives each request its credentials, its patience, and several attempts.
final class GcsRequests implements HttpRequestInitializer {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 60_000;
  private static final int RETRIES = 4;
  private static final int FIRST_WAIT_MILLIS = 500;
  private static final int LONGEST_WAIT_MILLIS = 20_000;
  private static final double GROWTH = 2;

  /// https://cloud.google.com/storage/docs/retry-strategy
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private final @Nullable HttpCredentialsAdapter credentials;

  GcsRequests(@Nullable GoogleCredentials credentials) {
    this.credentials = credentials == null ? null : new HttpCredentialsAdapter(credentials);
  }

  @Override
  public void initialize(HttpRequest request) throws IOException {
    HttpUnsuccessfulResponseHandler later =
        new HttpBackOffUnsuccessfulResponseHandler(waits())
            .setBackOffRequired(answer -> PASSING.contains(answer.getStatusCode()));
    HttpCredentialsAdapter adapter = credentials;
    if (adapter == null) {
      request.setUnsuccessfulResponseHandler(later);
    } else {
      adapter.initialize(request);
      request.setUnsuccessfulResponseHandler((asked, answer, again) ->
          adapter.handleResponse(asked, answer, again)
              || later.handleResponse(asked, answer, again));
    }
    request
        .setIOExceptionHandler(new HttpBackOffIOExceptionHandler(waits()))
        .setNumberOfRetries(RETRIES)
        .setConnectTimeout(CONNECT_MILLIS)
        .setReadTimeout(SILENCE_MILLIS);
  }

  private static ExponentialBackOff waits() {
    return new ExponentialBackOff.Builder()
        .setInitialIntervalMillis(FIRST_WAIT_MILLIS)
        .setMultiplier(GROWTH)
        .setMaxIntervalMillis(LONGEST_WAIT_MILLIS)
        .build();
  }
}
