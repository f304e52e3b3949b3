package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static Api settingCookies() {
    return Api.answering(
        asked -> Answered.json("{}").with("Set-Cookie", "id=7; Path=/", "deep=1; Path=/deep"));
  }

  private static Request get(String url) {
    return new Request("GET", url, Map.of(), null);
  }

  @Test
  void cookiesComeBackWhereTheyBelong() throws IOException {
    try (Api api = settingCookies();
        Sending sending = new Sending()) {
      sending.get(api.url("/"));
      sending.get(api.url("/other"));
      sending.get(api.url("/deep/x"));
      assertThat(api.asked())
          .extracting(asked -> String.valueOf(asked.header("Cookie")))
          .satisfiesExactly(
              first -> assertThat(first).isEqualTo("null"),
              other -> assertThat(other).isEqualTo("id=7"),
              deep -> assertThat(deep).contains("id=7", "deep=1"));
    }
  }

  @Test
  void sessionsDoNotShareCookies() throws IOException {
    try (Api api = settingCookies();
        Sending sending = new Sending()) {
      sending.sendIn(new Session(Timeouts.DEFAULT), get(api.url("/")));
      sending.sendIn(new Session(Timeouts.DEFAULT), get(api.url("/")));
      assertThat(api.asked())
          .extracting(Asked::headers)
          .noneMatch(all -> all.containsKey("Cookie"));
    }
  }

  @Test
  void oneHostDoesNotSeeAnothersCookies() throws IOException {
    try (Api api = settingCookies();
        Sending sending = new Sending()) {
      sending.get(api.url("/"));
      sending.get("http://localhost:" + api.port() + "/");
      assertThat(api.asked().get(1).header("Cookie")).isNull();
    }
  }
}
