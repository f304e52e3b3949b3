package dev.godwit.mapping.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How many columns with personal data are found, and how many others are mistaken for such.
/// Generated, with fixed seeds; columns of 10 to 200 values, up to a third of them null.
class PiiQualityTest {
  private static final int ROUNDS = 10;

  @Test
  void columnsWithTellingNamesAreFound() {
    List<Column> missed = new ArrayList<>();
    List<Column> all = personal();
    for (Column column : all) {
      if (column.found() != column.expected()) {
        missed.add(column);
      }
    }
    assertThat(all).hasSize(420);
    assertThat(missed).isEmpty();
  }

  @Test
  void columnsWhoseNamesSayNothingAreFoundByTheirValues() {
    List<Column> missed = new ArrayList<>();
    List<Column> all = anonymous();
    for (Column column : all) {
      if (column.found() != column.expected()) {
        missed.add(column);
      }
    }
    assertThat(all).hasSize(360);
    assertThat(missed).isEmpty();
  }

  @Test
  void otherColumnsAreLeftAlone() {
    List<Column> mistaken = new ArrayList<>();
    List<Column> all = others();
    for (Column column : all) {
      if (column.found() != null) {
        mistaken.add(column);
      }
    }
    assertThat(all).hasSize(3100);
    assertThat(mistaken).isEmpty();
  }

  private static List<Column> personal() {
    List<Column> columns = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      PersonalData data = new PersonalData(random);
      NationalIdData ids = new NationalIdData(random);
      add(columns, random, PiiClass.EMAIL, data::email, "email", "contactEmail", "Courriel");
      add(
          columns,
          random,
          PiiClass.PHONE,
          data::phone,
          "phone",
          "mobileNumber_mobile",
          "Telefon",
          "cell_phone");
      add(columns, random, PiiClass.PERSON_NAME, data::first, "first_name", "Vorname", "voornaam");
      add(columns, random, PiiClass.PERSON_NAME, data::last, "lastName", "apellidos", "efternamn");
      add(
          columns,
          random,
          PiiClass.PERSON_NAME,
          data::fullName,
          "full_name",
          "customer.name",
          "Ansprechpartner",
          "cardholder_name");
      add(
          columns,
          random,
          PiiClass.PAYMENT_CARD,
          data::card,
          "card_number",
          "kreditkarte",
          "cc_num");
      add(columns, random, PiiClass.IBAN, data::iban, "iban", "bank_account_number", "kontonummer");
      add(
          columns,
          random,
          PiiClass.BIRTH_DATE,
          data::birthDate,
          "birth_date",
          "dob",
          "Geburtsdatum",
          "fecha_nacimiento");
      add(columns, random, PiiClass.LOCATION, data::degrees, "latitude", "geo.lng", "Breitengrad");
      add(columns, random, PiiClass.LOCATION, data::street, "street", "address_line1", "strasse");
      add(columns, random, PiiClass.IP_ADDRESS, data::ipFour, "ip", "clientIp", "last_login_ip");
      add(
          columns,
          random,
          PiiClass.NATIONAL_ID,
          ids::unitedStates,
          "ssn",
          "social_security_number");
      add(columns, random, PiiClass.NATIONAL_ID, ids::netherlands, "bsn", "burgerservicenummer");
      add(columns, random, PiiClass.NATIONAL_ID, ids::germany, "steuer_id", "tax_id");
    }
    return columns;
  }

  private static List<Column> anonymous() {
    List<Column> columns = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(100 + round);
      PersonalData data = new PersonalData(random);
      NationalIdData ids = new NationalIdData(random);
      String[] names = {"field_7", "custom"};
      add(columns, random, PiiClass.EMAIL, data::email, names);
      add(columns, random, PiiClass.PHONE, data::internationalPhone, names);
      add(columns, random, PiiClass.PERSON_NAME, data::fullName, names);
      add(columns, random, PiiClass.PAYMENT_CARD, data::card, names);
      add(columns, random, PiiClass.IBAN, data::iban, names);
      add(columns, random, PiiClass.LOCATION, data::coordinates, names);
      add(columns, random, PiiClass.IP_ADDRESS, data::ipFour, names);
      add(columns, random, PiiClass.IP_ADDRESS, data::ipSix, names);
      add(columns, random, PiiClass.FREE_TEXT, data::note, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::unitedStates, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::unitedKingdom, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::germany, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::france, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::spain, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::italy, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::poland, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::brazil, names);
      add(columns, random, PiiClass.NATIONAL_ID, ids::sweden, names);
    }
    return columns;
  }

  private static List<Column> others() {
    List<Column> columns = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(1000 + round);
      OtherData data = new OtherData(random);
      for (String stream : data.streams()) {
        data.fields()
            .forEach((field, values) ->
                columns.add(new Column(stream, field, values(random, values), null)));
      }
    }
    return columns;
  }

  private static void add(
      List<Column> columns,
      Random random,
      PiiClass expected,
      Supplier<? extends @Nullable Object> values,
      String... names) {
    for (String name : names) {
      columns.add(new Column("records", name, values(random, values), expected));
    }
  }

  private static List<@Nullable Object> values(
      Random random, Supplier<? extends @Nullable Object> values) {
    int nulls = random.nextInt(30);
    List<@Nullable Object> list = new ArrayList<>();
    int count = random.nextInt(10, 200);
    for (int i = 0; i < count; i++) {
      list.add(random.nextInt(100) < nulls ? null : values.get());
    }
    return list;
  }
}
