package dev.godwit.manifest.internal.spec;

import java.util.List;

/// How many calls the API allows.
public record HTTPAPIBudget(
    Origin origin,
    List<CallRatePolicySpec> policies,
    @Default("ratelimit-reset") String ratelimitResetHeader,
    @Default("ratelimit-remaining") String ratelimitRemainingHeader,
    @Default("[429]") List<Integer> statusCodesForRatelimitHit)
    implements Component {}
