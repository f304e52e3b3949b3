package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.spec.OAuthConfigSpecification;
import dev.godwit.manifest.internal.spec.OAuthConfigSpecification.OauthConnectorInputSpecification;
import dev.godwit.manifest.internal.spec.Spec.AuthFlow;
import dev.godwit.manifest.internal.spec.Spec.AuthFlowType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The OAuth part of a spec as the protocol carries it: what is absent is left out.
public final class AdvancedAuth {
  private AdvancedAuth() {}

  public static @Nullable Map<String, @Nullable Object> toMap(@Nullable AuthFlow flow) {
    if (flow == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    AuthFlowType type = flow.authFlowType();
    List<String> predicate = flow.predicateKey();
    put(fields, "auth_flow_type", type == null ? null : type.wire());
    put(fields, "predicate_key", predicate);
    put(fields, "predicate_value", flow.predicateValue());
    OAuthConfigSpecification oauth = flow.oauthConfigSpecification();
    if (oauth != null) {
      fields.put("oauth_config_specification", oauth(oauth));
    }
    return fields;
  }

  private static Map<String, @Nullable Object> oauth(OAuthConfigSpecification oauth) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    oauth.origin().node().fields().forEach((name, node) -> put(fields, name, node.plain()));
    fields.remove("$parameters");
    OauthConnectorInputSpecification input = oauth.oauthConnectorInputSpecification();
    if (input != null) {
      Map<String, @Nullable Object> described = new LinkedHashMap<>(input.origin().node().plain());
      described.put("scopes_join_strategy", input.scopesJoinStrategy().wire());
      fields.put("oauth_connector_input_specification", described);
    }
    return fields;
  }

  private static void put(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
