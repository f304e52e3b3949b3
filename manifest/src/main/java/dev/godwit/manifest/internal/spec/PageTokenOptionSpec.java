package dev.godwit.manifest.internal.spec;

/// Where the token of the next page goes.
public sealed interface PageTokenOptionSpec extends Component
    permits RequestOption, PageTokenOptionSpec.RequestPath {
  /// The token is the URL, or path, of the next page.
  record RequestPath(Origin origin) implements PageTokenOptionSpec {}
}
