package dev.godwit.mapping.pii;

import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A rule of a mapping that would hide what was found.
///
/// @param rule its name: `hash`
/// @param arguments its keys and values, as files have them
public record Proposal(String rule, Map<String, @Nullable Object> arguments) {
  /// What stands for the key until somebody names another one.
  public static final String KEY = "env:GODWIT_MAPPING_KEY";

  private static final long YEAR = 4;

  /// Written out because compact constructors do not carry type annotations into class files.
  public Proposal(String rule, Map<String, @Nullable Object> arguments) {
    this.rule = rule;
    this.arguments = new LinkedHashMap<>(arguments);
  }

  /// The rule that hides most and still lets rows be told apart where that is of use: addresses and
  /// numbers can be joined, names and texts are gone, of days of birth the year stays.
  ///
  /// @param isKey whether rows are told apart by the field
  public static Proposal of(Finding finding, boolean isKey) {
    boolean all = finding.matches() == finding.values() && finding.values() > 0;
    return isKey
        ? hash(finding)
        : switch (finding.pii()) {
          case EMAIL -> all ? tokenise(finding, "email") : hash(finding);
          case PHONE -> all ? tokenise(finding, "phone") : hash(finding);
          case IBAN, NATIONAL_ID, IP_ADDRESS -> hash(finding);
          case PAYMENT_CARD, LOCATION -> of("drop", finding);
          case BIRTH_DATE ->
              all && finding.label().equals(BirthDates.YEAR_FIRST)
                  ? truncate(finding)
                  : of("drop", finding);
          case PERSON_NAME, FREE_TEXT -> of("redact", finding);
        };
  }

  private static Proposal of(String rule, Finding finding) {
    return new Proposal(rule, fields(finding));
  }

  private static Proposal hash(Finding finding) {
    Map<String, @Nullable Object> arguments = fields(finding);
    arguments.put("key", KEY);
    return new Proposal("hash", arguments);
  }

  private static Proposal tokenise(Finding finding, String as) {
    Map<String, @Nullable Object> arguments = fields(finding);
    arguments.put("key", KEY);
    arguments.put("as", as);
    return new Proposal("tokenise", arguments);
  }

  private static Proposal truncate(Finding finding) {
    Map<String, @Nullable Object> arguments = fields(finding);
    arguments.put("length", YEAR);
    return new Proposal("truncate", arguments);
  }

  private static Map<String, @Nullable Object> fields(Finding finding) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("field", finding.field().toString());
    return arguments;
  }

  /// The rule as plain values.
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(rule, new LinkedHashMap<>(arguments));
    return json;
  }

  /// The rule in one line of YAML: `hash: {field: "mail", key: "env:…"}`.
  public String yaml() {
    return arguments.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + JsonWriter.text(entry.getValue()))
        .collect(Collectors.joining(", ", rule + ": {", "}"));
  }
}
