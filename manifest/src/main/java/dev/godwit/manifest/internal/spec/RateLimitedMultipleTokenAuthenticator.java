package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import dev.godwit.manifest.internal.spec.CallRatePolicySpec.HttpRequestRegexMatcher;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Several tokens, each with its own quota.
///
/// @param tokens one text with a delimiter between the tokens, or a list
/// @param maxWaitTime ISO 8601 duration, or a template of one
public record RateLimitedMultipleTokenAuthenticator(
    Origin origin,
    @Scope(CONFIG) TextOrList tokens,
    @Default("','") String tokenDelimiter,
    @Default("Bearer") String authMethod,
    @Default("Authorization") String header,
    QuotaStatusSource quotaStatusSource,
    List<TokenQuota> quotas,
    @Scope(CONFIG) @Default("PT2H") String maxWaitTime,
    @Default("0.1") double budgetReserveFraction,
    @Default("50") int budgetMinReserve)
    implements SelectableAuthenticatorSpec {
  /// The request that tells what is left of a token's quotas.
  public record QuotaStatusSource(
      Origin origin,
      @Scope(CONFIG) String url,
      @Default("GET") HttpMethod httpMethod,
      @OrEmpty Map<String, String> requestHeaders,
      @OrEmpty List<Integer> unavailableStatusCodes)
      implements Component {}

  /// One quota of a token, and the calls that use it up.
  public record TokenQuota(
      Origin origin,
      String name,
      List<String> remainingPath,
      List<String> resetPath,
      @Nullable List<String> limitPath,
      @OrEmpty List<HttpRequestRegexMatcher> matchers,
      @Nullable String remainingHeader,
      @Nullable String resetHeader,
      @Nullable String limitHeader,
      @OrEmpty List<Integer> exhaustionStatusCodes)
      implements Component {}
}
