package dev.godwit.mapping.pii;

import java.util.ArrayList;
import java.util.List;

/// All detectors of single values.
final class Detectors {
  static final List<Detector> ALL = all();

  private Detectors() {}

  private static List<Detector> all() {
    List<Detector> all = new ArrayList<>();
    all.add(new Detector(PiiClass.EMAIL, 0.99, EmailAddresses::match));
    all.add(new Detector(PiiClass.IBAN, "IBAN", 0.99, BankAccounts::match));
    all.add(new Detector(PiiClass.PAYMENT_CARD, 0.9, PaymentCards::match));
    all.addAll(NationalIds.detectors());
    all.add(new Detector(PiiClass.PHONE, 0.9, PhoneNumbers::match));
    all.add(new Detector(PiiClass.IP_ADDRESS, "IPv4 address", 0.9, IpAddresses::matchFour));
    all.add(new Detector(PiiClass.IP_ADDRESS, "IPv6 address", 0.95, IpAddresses::matchSix));
    all.add(new Detector(PiiClass.BIRTH_DATE, BirthDates.YEAR_FIRST, 0.7, BirthDates::matchIso));
    all.add(new Detector(PiiClass.BIRTH_DATE, 0.7, BirthDates::matchOther));
    all.add(new Detector(PiiClass.LOCATION, "coordinates", 0.95, Coordinates::matchPair));
    all.add(new Detector(PiiClass.LOCATION, "coordinates", 0.7, Coordinates::matchDegrees));
    all.add(new Detector(PiiClass.LOCATION, "street address", 0.7, Coordinates::matchStreet));
    all.add(new Detector(PiiClass.PERSON_NAME, 0.9, PersonNames::match));
    return List.copyOf(all);
  }
}
