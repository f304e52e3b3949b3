package dev.godwit.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.StateList;
import dev.godwit.protocol.wire.SyncCatalog;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRoundTripTest {
  private static final int ROUNDS = 100;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyMessageIsReadAsItWasWritten(long seed) {
    Messages messages = new Messages(new Random(seed));
    for (int round = 0; round < ROUNDS; round++) {
      for (int kind = 0; kind < messages.kinds(); kind++) {
        Message message = messages.of(kind);
        String line = Wire.write(message);
        List<Message> read = Wire.read(line);
        assertThat(read).as(line).hasSize(1);
        if (message instanceof Message.Rows rows) {
          assertThat(Wire.words(read)).isEqualTo(Wire.words(List.of(message)));
          Message.Rows rowsRead = (Message.Rows) read.getFirst();
          assertThat(rowsRead.rows().emittedAt()).isEqualTo(rows.rows().emittedAt());
        } else {
          assertThat(read.getFirst()).as(line).isEqualTo(message);
        }
        assertThat(Wire.write(read.getFirst())).isEqualTo(line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void everyConfiguredCatalogueIsReadAsItWasWritten(long seed) {
    Messages messages = new Messages(new Random(seed));
    for (int round = 0; round < ROUNDS; round++) {
      SyncCatalog catalog = messages.catalog();
      String text = JsonWriter.text(catalog.fields());
      assertThat(SyncCatalog.read(JsonParser.STRICT.parse(text))).as(text).isEqualTo(catalog);
    }
  }

  @Test
  void statesAreReadAsTheyWereWrittenIntoAFile() {
    Messages messages = new Messages(new Random(7));
    for (int round = 0; round < ROUNDS; round++) {
      Message.State one = (Message.State) messages.of(3);
      Message.State two = (Message.State) messages.of(3);
      StateList states = new StateList(List.of(one, two));
      String text = JsonWriter.text(states.value());
      assertThat(StateList.read(JsonParser.LENIENT.parse(text))).as(text).isEqualTo(states);
    }
  }
}
