package dev.godwit.mapping.pii;

import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Values with personal data. Many of the first names are in no list of the finder.
final class PersonalData {
  private static final String[] FIRST = {
    "Anna",
    "Peter",
    "Sofia",
    "Jürgen",
    "François",
    "María",
    "Giulia",
    "Łukasz",
    "Åsa",
    "James",
    "Priya",
    "Mehmet",
    "Emily",
    "Hannah",
    "Pedro",
    "Willem",
    "Oluwaseun",
    "Thandiwe",
    "Yukiko",
    "Xiulan",
    "Bjarki",
    "Siobhán",
    "Kwame",
    "Ngozi",
    "Zainab",
    "Hiroshi",
    "Minh",
    "Aroha",
    "Dragomir",
    "Ludmila"
  };

  private static final String[] LAST = {
    "Berg", "Smith", "Rossi", "Müller", "García", "Dubois", "Kowalski", "Johansson", "de Vries",
    "O'Neil", "Silva", "Okafor", "Tanaka", "Nguyen", "Yılmaz", "Patel", "Wang", "Novak",
    "Castellanos-Ruiz", "Lindqvist"
  };

  private static final String[] HOSTS = {
    "mail.example", "post.example.org", "corp.example.co.uk", "web.example.de"
  };

  private static final String[] STREETS = {
    "Hauptstraße %d",
    "%d Baker Street",
    "12 rue de la Paix, Apt. %d",
    "Calle Mayor %d",
    "Via Roma %d"
  };

  private final Random random;
  private final Digits digits;

  PersonalData(Random random) {
    this.random = random;
    this.digits = new Digits(random);
  }

  String first() {
    return digits.oneOf(FIRST);
  }

  String last() {
    return digits.oneOf(LAST);
  }

  String fullName() {
    return random.nextInt(5) == 0 ? last() + ", " + first() : first() + " " + last();
  }

  String email() {
    return "%s.%s%d@%s"
        .formatted(
            Words.plain(first()),
            Words.plain(last()).replaceAll("[^a-z]", ""),
            digits.between(1, 99),
            digits.oneOf(HOSTS));
  }

  String internationalPhone() {
    return digits
        .oneOf("+49 30 %s", "+1-415-555-%4.4s", "+44 20 %s", "+3361%s", "+55 (11) 9%s")
        .formatted(digits.any(7));
  }

  String phone() {
    return random.nextInt(3) == 0
        ? internationalPhone()
        : digits
            .oneOf("030 %s", "(0171) %s", "0664/%s", "415%s", "415-555-%4.4s")
            .formatted(digits.any(7));
  }

  String card() {
    String number =
        random.nextInt(4) == 0
            ? digits.luhn(digits.oneOf("34", "37"), 15)
            : digits.luhn(digits.oneOf("4", "51", "55", "2221", "6011", "3528"), 16);
    return random.nextBoolean() ? number : number.replaceAll("(.{4})(?=.)", "$1 ");
  }

  String iban() {
    Map<String, Integer> lengths = Map.of("DE", 22, "FR", 27, "ES", 24, "NO", 15, "PL", 28);
    String country = digits.oneOf("DE", "FR", "ES", "NO", "PL");
    String account = digits.any(lengths.get(country) - 4);
    for (int check = 2; check <= 98; check++) {
      String iban = "%s%02d%s".formatted(country, check, account);
      if (CheckDigits.iban(iban)) {
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
      }
    }
    throw new IllegalStateException("no check digits for " + account);
  }

  String street() {
    return digits.oneOf(STREETS).formatted(digits.between(1, 300));
  }

  String birthDate() {
    return digits
        .oneOf("%1$04d-%2$02d-%3$02d", "%3$02d.%2$02d.%1$04d", "%3$02d/%2$02d/%1$04d")
        .formatted(digits.between(1935, 2006), digits.between(1, 12), digits.between(1, 28));
  }

  double degrees() {
    return Math.round(1e6 * (random.nextDouble() * 170 - 85)) / 1e6 + 1e-6;
  }

  String coordinates() {
    return String.format(Locale.ROOT, "%.5f,%.5f", degrees(), degrees());
  }

  String ipFour() {
    return "%d.%d.%d.%d"
        .formatted(
            digits.between(1, 223),
            digits.between(0, 255),
            digits.between(0, 255),
            digits.between(1, 254));
  }

  String ipSix() {
    return "2001:db8:%x:%x::%x"
        .formatted(random.nextInt(65536), random.nextInt(65536), 1 + random.nextInt(65535));
  }

  String note() {
    return digits
        .oneOf(
            "Called on Monday, please write to %s about the refund.",
            "Customer wants an answer at %s before the weekend comes.",
            "Forwarded by the branch office. Contact: %s, thanks a lot!")
        .formatted(random.nextBoolean() ? email() : internationalPhone());
  }
}
