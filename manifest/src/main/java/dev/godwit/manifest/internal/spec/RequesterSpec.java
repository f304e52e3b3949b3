package dev.godwit.manifest.internal.spec;

/// How a request is made.
public sealed interface RequesterSpec extends Component
    permits HttpRequester, RequesterSpec.CustomRequester {
  /// A requester that a class outside the manifest implements.
  @OpenFields
  record CustomRequester(Origin origin, String className) implements RequesterSpec {}
}
