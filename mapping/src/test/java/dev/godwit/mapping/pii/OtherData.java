package dev.godwit.mapping.pii;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Values without personal data, many of which look like some, by the names of their fields.
final class OtherData {
  private final Random random;
  private final Digits digits;
  private long next = 1_000_000_000L;

  OtherData(Random random) {
    this.random = random;
    this.digits = new Digits(random);
  }

  Map<String, Supplier<@Nullable Object>> fields() {
    Map<String, Supplier<@Nullable Object>> fields = new TreeMap<>();
    numbers(fields);
    times(fields);
    words(fields);
    return fields;
  }

  private void numbers(Map<String, Supplier<@Nullable Object>> fields) {
    fields.put("id", () -> next += digits.between(1, 9));
    fields.put("value", () -> digits.any(10));
    fields.put("external_ref", () -> digits.any(9));
    fields.put("ref", () -> Long.parseLong(digits.any(11)));
    fields.put("snowflake", () -> 1_790_000_000_000_000_000L + random.nextInt(1 << 30));
    fields.put("transaction_id", () -> digits.any(16));
    fields.put("visa_like_id", () -> "4" + digits.any(15));
    fields.put("imei", () -> digits.luhn("35", 15));
    fields.put("merchant_number", () -> Long.parseLong(digits.luhn("7", 12)));
    fields.put("ean", () -> "400" + digits.any(10));
    fields.put("isbn", () -> "978" + digits.any(10));
    fields.put("sku", () -> "AB-%s-%s".formatted(digits.any(3), digits.any(4)));
    fields.put("order_number", () -> "%s-%s".formatted(digits.any(3), digits.any(7)));
    fields.put(
        "part_number", () -> "1%s-%s-%s".formatted(digits.any(2), digits.any(3), digits.any(4)));
    fields.put("price", () -> random.nextInt(100_000) / 100.0);
    fields.put("amount", () -> "%d.%02d".formatted(random.nextInt(9999), random.nextInt(100)));
    fields.put("discount", () -> random.nextDouble());
    fields.put("score", () -> Math.round(random.nextDouble() * 1e6) / 1e4);
    fields.put("width", () -> 10 * random.nextDouble());
    fields.put("latency", () -> 1000 * random.nextDouble());
    fields.put("quantity", () -> (long) random.nextInt(500));
    fields.put("phone_count", () -> (long) random.nextInt(5));
    fields.put("email_count", () -> (long) random.nextInt(50));
    fields.put(
        "version",
        () ->
            "%d.%d.%d.%d"
                .formatted(
                    random.nextInt(9),
                    random.nextInt(20),
                    random.nextInt(200),
                    random.nextInt(200)));
    fields.put(
        "release",
        () -> "%d.%d.%d".formatted(random.nextInt(9), random.nextInt(20), random.nextInt(200)));
    fields.put("zip", () -> digits.any(5));
    fields.put("tracking_number", () -> "1Z" + digits.any(16));
  }

  private void times(Map<String, Supplier<@Nullable Object>> fields) {
    fields.put("created_at", () -> moment().toString());
    fields.put("updated", () -> moment().getEpochSecond());
    fields.put("ts", () -> moment().toEpochMilli());
    fields.put("due_date", () -> moment().toString().substring(0, 10));
    fields.put("day", () -> moment().toString().substring(0, 10).replace("-", ""));
    fields.put("opens_at", () -> moment().toString().substring(11, 19));
    fields.put(
        "period", () -> "2024-0%d/2024-1%d".formatted(digits.between(1, 9), digits.between(0, 2)));
  }

  private Instant moment() {
    return Instant.ofEpochSecond(
        1_600_000_000L + random.nextInt(150_000_000), random.nextInt(1000) * 1_000_000L);
  }

  private void words(Map<String, Supplier<@Nullable Object>> fields) {
    fields.put("uuid", () -> new UUID(random.nextLong(), random.nextLong()).toString());
    fields.put("etag", () -> "%016x".formatted(random.nextLong()));
    fields.put(
        "mac",
        () ->
            "%02x:%02x:%02x:1b:44:%02x"
                .formatted(
                    random.nextInt(256),
                    random.nextInt(256),
                    random.nextInt(256),
                    random.nextInt(256)));
    fields.put("status", () -> digits.oneOf("open", "paid", "void", "Grace", "Pending Review"));
    fields.put("email_verified", random::nextBoolean);
    fields.put("phone_type", () -> digits.oneOf("home", "work", "mobile"));
    fields.put(
        "name",
        () ->
            digits.oneOf(
                "Blue Chair",
                "Oak Table",
                "Rose Garden Tea",
                "Desk Lamp",
                "Max Pro Case",
                "Iris Vase"));
    fields.put(
        "product_name",
        () ->
            digits.oneOf(
                "Victoria Sponge Cake", "Alexandra Curtain", "Chelsea Boot", "Oxford Shirt"));
    fields.put(
        "company_name",
        () ->
            digits.oneOf(
                "Acme Inc", "Globex GmbH", "Martin Brothers", "Stark Industries", "Umbrella"));
    fields.put("file_name", () -> digits.oneOf("report.pdf", "IMG_2024.jpg", "notes.txt"));
    fields.put(
        "city",
        () ->
            digits.oneOf("Paris", "Florence", "San Antonio", "Sydney", "Virginia Beach", "Berlin"));
    fields.put("country", () -> digits.oneOf("Germany", "France", "Georgia", "Jordan", "Chad"));
    fields.put("currency", () -> digits.oneOf("EUR", "USD", "PLN"));
    fields.put("locale", () -> digits.oneOf("de_DE", "en_US"));
    fields.put(
        "url", () -> "https://shop.example/p/%s?x=%s".formatted(digits.any(9), digits.any(4)));
    fields.put("handle", () -> "@shop" + digits.any(3));
    fields.put("color", () -> digits.oneOf("Ruby Red", "Olive Green", "Amber", "Violet"));
    fields.put(
        "title", () -> digits.oneOf("How to choose a chair", "Ten lamps for your desk", "News"));
    fields.put(
        "description",
        () ->
            "A chair of oak, %d cm high and %d cm wide, delivered in %d days. Article %s."
                .formatted(
                    random.nextInt(99), random.nextInt(99), random.nextInt(9), digits.any(8)));
    fields.put("department", () -> digits.oneOf("Sales", "Engineering", "People"));
    fields.put("timezone", () -> digits.oneOf("Europe/Berlin", "America/New_York"));
    fields.put("address_id", () -> (long) random.nextInt(100_000));
    fields.put("mail_template", () -> digits.oneOf("welcome", "reset_password"));
    fields.put("ip_count", () -> (long) random.nextInt(9));
    fields.put("born_digital", random::nextBoolean);
    fields.put("location", () -> digits.oneOf("Warehouse 3", "Shelf 12 B", "Dock 7"));
    fields.put("owner", () -> digits.oneOf("team-a", "platform", "billing"));
    fields.put("card", () -> digits.oneOf("gold", "silver"));
  }

  List<String> streams() {
    return List.of("orders", "products", "events", "invoices", "shipments");
  }
}
