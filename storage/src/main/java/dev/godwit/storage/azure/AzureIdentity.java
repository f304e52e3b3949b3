package dev.godwit.storage.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.core.util.ConfigurationSource;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ChainedTokenCredentialBuilder;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import java.util.Map;

/// Who this program is for Azure: a service principal of the environment, the workload of a
/// cluster, the machine, or whoever has logged in with `az login`. As with Azure's own tools,
/// `AZURE_TOKEN_CREDENTIALS` may name the only one to try.
final class AzureIdentity {
  private static final String STORAGE = "https://storage.azure.com/.default";

  private final Map<String, String> variables;
  private final Configuration configuration;

  private AzureIdentity(Map<String, String> variables) {
    this.variables = variables;
    ConfigurationSource none = path -> Map.of();
    this.configuration = new ConfigurationBuilder(none, none, path -> variables).build();
  }

  /// An identity that has got its first token: without one, the container would first be asked who
  /// may grant one, and a missing identity be taken for a missing network.
  static TokenCredential known(Map<String, String> variables) {
    TokenCredential identity = new AzureIdentity(variables).chain();
    identity.getTokenSync(new TokenRequestContext().addScopes(STORAGE));
    return identity;
  }

  private TokenCredential chain() {
    ChainedTokenCredentialBuilder chain = new ChainedTokenCredentialBuilder();
    if (isTried("EnvironmentCredential", "prod")) {
      chain.addLast(new EnvironmentCredentialBuilder().configuration(configuration).build());
    }
    if (isTried("WorkloadIdentityCredential", "prod")
        && variables.containsKey("AZURE_FEDERATED_TOKEN_FILE")) {
      chain.addLast(new WorkloadIdentityCredentialBuilder().configuration(configuration).build());
    }
    if (isTried("ManagedIdentityCredential", "prod")) {
      chain.addLast(machine());
    }
    if (isTried("AzureCliCredential", "dev")) {
      chain.addLast(new AzureCliCredentialBuilder().configuration(configuration).build());
    }
    return chain.build();
  }

  private boolean isTried(String credential, String group) {
    String chosen = variables.getOrDefault("AZURE_TOKEN_CREDENTIALS", "").strip();
    return chosen.isEmpty()
        || chosen.equalsIgnoreCase(credential)
        || chosen.equalsIgnoreCase(group);
  }

  private TokenCredential machine() {
    ManagedIdentityCredentialBuilder machine =
        new ManagedIdentityCredentialBuilder().configuration(configuration);
    String client = variables.get("AZURE_CLIENT_ID");
    return client == null ? machine.build() : machine.clientId(client).build();
  }
}
