package dev.godwit.mapping.pii;

import java.util.Locale;

/// A kind of personal data. Where a value may be two of them, the earlier one is meant.
public enum PiiClass {
  EMAIL("e-mail address"),
  IBAN("bank account"),
  PAYMENT_CARD("payment card"),
  NATIONAL_ID("national id"),
  PHONE("phone number"),
  IP_ADDRESS("IP address"),
  BIRTH_DATE("date of birth"),
  LOCATION("location"),
  PERSON_NAME("name of a person"),
  /// Sentences in which any of the others stands.
  FREE_TEXT("text with personal data");

  private final String words;

  PiiClass(String words) {
    this.words = words;
  }

  /// What people call it.
  public String words() {
    return words;
  }

  /// What programs call it: `payment_card`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
