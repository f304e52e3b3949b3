package dev.godwit.session;

import dev.godwit.session.form.StreamSession;
import dev.godwit.session.play.Reading;
import dev.godwit.session.play.StreamOutcome;
import java.util.List;
import java.util.Objects;

/// Makes what came of streams what is expected of them.
final class Expectations {
  private Expectations() {}

  static List<StreamSession> of(List<StreamSession> streams, Reading.Result read) {
    return streams.stream()
        .map(stream -> {
          StreamOutcome outcome = Objects.requireNonNull(read.streams().get(stream.name()));
          return new StreamSession(
              stream.name(), stream.state(), stream.exchanges(), outcome.expectation());
        })
        .toList();
  }
}
