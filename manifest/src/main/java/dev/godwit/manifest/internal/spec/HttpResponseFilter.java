package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.HEADERS;
import static dev.godwit.manifest.internal.spec.Variable.REQUEST_URL;
import static dev.godwit.manifest.internal.spec.Variable.RESPONSE;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Recognises answers and says what to do about them.
///
/// @param errorMessage template of the message that the user sees
/// @param predicate template that decides whether an answer is meant
public record HttpResponseFilter(
    Origin origin,
    @Nullable ResponseAction action,
    @Nullable FailureType failureType,
    @Scope({CONFIG, RESPONSE, HEADERS, REQUEST_URL}) @Nullable String errorMessage,
    @Nullable String errorMessageContains,
    @OrEmpty List<Integer> httpCodes,
    @Scope({RESPONSE, HEADERS, REQUEST_URL}) @Nullable String predicate)
    implements Component {
  /// What follows from an answer.
  public enum ResponseAction implements WireValue {
    SUCCESS,
    FAIL,
    RETRY,
    IGNORE,
    RESET_PAGINATION,
    RATE_LIMITED,
    REFRESH_TOKEN_THEN_RETRY,
    REDUCE_PAGE_SIZE,
    SPLIT_REQUEST_WINDOW
  }

  /// Who can do something about a failure.
  public enum FailureType implements WireValue {
    SYSTEM_ERROR,
    CONFIG_ERROR,
    TRANSIENT_ERROR;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
