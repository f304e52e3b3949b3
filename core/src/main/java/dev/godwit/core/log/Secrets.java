package dev.godwit.core.log;

import dev.godwit.core.error.GodwitException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Values that must not be seen: passwords, keys and tokens. The one place where they are taken out
/// of texts for people. Thread-safe.
public final class Secrets {
  /// Stands where a secret was, as in the reference.
  public static final String MASK = "****";

  /// Shorter ones are words rather than tokens, and would mask half of every sentence.
  private static final int SHORTEST_TOKEN = 4;

  /// Tokens are renewed again and again; old ones open nothing.
  private static final int MOST_TOKENS = 200;

  private final Consumer<String> learner;
  private final Set<String> given = new LinkedHashSet<>();
  private final Set<String> tokens = new LinkedHashSet<>();

  /// Longest first, so that a secret inside another one does not leave the rest of it.
  private volatile List<String> values = List.of();

  public Secrets() {
    this(token -> {});
  }

  /// An empty set.
  ///
  /// @param learner hears of each token that is come by on the way, one or more times; thread-safe
  public Secrets(Consumer<String> learner) {
    this.learner = learner;
  }

  /// A set of the given values.
  public static Secrets of(Collection<String> values) {
    Secrets secrets = new Secrets();
    values.forEach(secrets::add);
    return secrets;
  }

  /// One more value, as it is and as it stands in addresses. Empty ones are ignored.
  public synchronized void add(String value) {
    if (!value.isEmpty() && given.add(value)) {
      publish();
    }
  }

  /// A token that was come by on the way. So many come in a long run that old ones are forgotten.
  ///
  /// @param token null and very short ones are ignored
  public void learn(@Nullable Object token) {
    String value = token == null ? "" : token.toString();
    if (value.length() < SHORTEST_TOKEN || values.contains(value)) {
      return;
    }
    learner.accept(value);
    synchronized (this) {
      tokens.add(value);
      if (tokens.size() > MOST_TOKENS) {
        tokens.remove(tokens.iterator().next());
      }
      publish();
    }
  }

  private void publish() {
    Set<String> all = new LinkedHashSet<>();
    for (Set<String> part : List.of(given, tokens)) {
      for (String value : part) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        all.add(value);
        all.add(encoded);
        all.add(encoded.replace("+", "%20"));
      }
    }
    values = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /// Whether there is nothing to hide.
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /// The text without secrets.
  public String mask(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.replace(value, MASK);
    }
    return masked;
  }

  /// The error without secrets in anything that it says, or that its causes say.
  public GodwitException mask(GodwitException error) {
    return error.inWords(this::mask);
  }

  /// As above. A defect stays what it is, unless its text has a secret.
  public RuntimeException mask(RuntimeException error) {
    if (error instanceof GodwitException told) {
      return mask(told);
    }
    GodwitException told =
        mask(
            GodwitException.system("sync.unexpected", "An unexpected error occurred: " + error)
                .hint(
                    "This is a defect of Godwit or of a component. Please report it with the log.")
                .causedBy(error));
    return error.equals(told.getCause()) ? error : told;
  }

  /// A log that writes no secrets.
  public Log mask(Log log) {
    return (level, message) -> log.write(level, mask(message));
  }
}
