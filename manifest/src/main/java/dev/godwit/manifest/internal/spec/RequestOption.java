package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.PARAMETERS;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The part of a request that a value goes to. Exactly one of name and path has to be given.
///
/// @param fieldPath path in a JSON body
public record RequestOption(
    Origin origin,
    InjectInto injectInto,
    @Scope({CONFIG, PARAMETERS}) @Nullable String fieldName,
    @Scope({CONFIG, PARAMETERS}) @Nullable List<String> fieldPath)
    implements PageTokenOptionSpec {
  /// The parts of a request that take named values.
  public enum InjectInto implements WireValue {
    REQUEST_PARAMETER,
    HEADER,
    BODY_DATA,
    BODY_JSON;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
