package dev.godwit.manifest.internal.spec;

/// The value of one query parameter.
public sealed interface RequestParameterSpec extends Component
    permits RequestParameterSpec.TextParameter, QueryProperties {
  /// A template.
  @Untyped
  @FromText("value")
  record TextParameter(Origin origin, String value) implements RequestParameterSpec {}
}
