package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Repr;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Scopes for tests: a clock that stands still on 2025-07-15 at noon, and repeatable randomness.
final class Scopes {
  static final TemplateEnvironment ENVIRONMENT =
      new TemplateEnvironment(
          Clock.fixed(Instant.parse("2025-07-15T12:00:00Z"), ZoneOffset.UTC),
          new SplittableRandom(1));

  private Scopes() {}

  static Scope of(@Nullable Object config) {
    return Scope.of(config, ENVIRONMENT);
  }

  static Scope empty() {
    return of(Map.of());
  }

  /// The repr of the value of `template` for `config`.
  static String repr(String template, @Nullable Object config) {
    return Repr.repr(Template.compile(template).eval(of(config)));
  }
}
