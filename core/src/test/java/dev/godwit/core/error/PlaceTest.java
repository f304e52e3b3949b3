package dev.godwit.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void anUnknownPlaceIsEmpty() {
    assertThat(Place.UNKNOWN).hasToString("");
  }

  @Test
  void knownPartsArePrintedWidestFirst() {
    Place place =
        new Place("shop", "orders", "customer=7", "GET http://x/y", "m.yaml", 12, 4, "streams[0]");
    assertThat(place)
        .hasToString(
            "m.yaml:12:4, streams[0], connection shop, stream orders, slice customer=7,"
                + " GET http://x/y");
  }

  @Test
  void linesAndColumnsThatAreUnknownAreLeftOut() {
    assertThat(Place.file("m.yaml", 0, 0, null)).hasToString("m.yaml");
    assertThat(Place.file("m.yaml", 3, 0, null)).hasToString("m.yaml:3");
  }

  @Test
  void aWiderPlaceFillsWhatIsUnknown() {
    Place place = Place.request("GET http://x").within(Place.stream("orders"));
    assertThat(place).hasToString("stream orders, GET http://x");
  }

  @Test
  void lineAndColumnStayTogether() {
    Place place = Place.file("m.yaml", 3, 0, null).within(Place.file("other.yaml", 9, 9, "x"));
    assertThat(place).hasToString("m.yaml:3, x");
  }
}
