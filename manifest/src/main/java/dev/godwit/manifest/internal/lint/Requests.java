package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.HttpRequester;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.spec.RequestOption.InjectInto;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.ApiKeyAuthenticator;
import dev.godwit.manifest.lint.LintCode;

/// Parts of requests whose fields contradict each other or need each other.
final class Requests implements Rule.OfComponent {
  @Override
  public void check(Component component, Findings findings) {
    if (component instanceof RequestOption option) {
      check(option, findings);
    } else if (component instanceof ApiKeyAuthenticator apiKey) {
      check(apiKey, findings);
    } else if (component instanceof HttpRequester requester) {
      check(requester, findings);
    }
  }

  private static void check(RequestOption option, Findings findings) {
    Origin origin = option.origin();
    if ((option.fieldName() == null) == (option.fieldPath() == null)) {
      findings.inconsistent(origin, "a RequestOption needs either field_name or field_path");
    } else if (option.fieldPath() != null && option.injectInto() != InjectInto.BODY_JSON) {
      findings.inconsistent(origin, "field_path", "field_path needs inject_into: body_json");
    }
  }

  private static void check(ApiKeyAuthenticator apiKey, Findings findings) {
    if ((apiKey.injectInto() == null) == (apiKey.header() == null)) {
      findings.inconsistent(
          apiKey.origin(), "an ApiKeyAuthenticator needs either inject_into or header");
    }
  }

  private static void check(HttpRequester requester, Findings findings) {
    Origin origin = requester.origin();
    if (requester.url() != null && requester.urlBase() != null) {
      findings.add(
          LintCode.IGNORED_FIELD, origin, "url", "url_base is given, so url has no effect");
    } else if (requester.url() == null && requester.urlBase() == null && requester.path() == null) {
      findings.inconsistent(origin, "an HttpRequester needs url");
    }
  }
}
