package dev.godwit.manifest.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Corpus;
import dev.godwit.manifest.internal.document.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.CommentToken;
import org.yaml.snakeyaml.tokens.Token;

class FormatterTest {
  @Test
  void laysOutBlocksListsSpacesAndBlankLines() {
    assertThat(
            format(
                """


                version:   6.1.0\s\s
                check:
                    type:    CheckStream
                    stream_names:
                    - a


                    -   b
                    - - c
                      - d
                    -   e: 1
                        f: 2
                    -
                         g: 3



                """))
        .isEqualTo(
            """
            version: 6.1.0
            check:
              type: CheckStream
              stream_names:
                - a

                - b
                - - c
                  - d
                - e: 1
                  f: 2
                -
                  g: 3
            """);
  }

  @Test
  void commentsGoWithWhatTheyStandBefore() {
    assertThat(
            format(
                """
                # head
                streams:   # all of them
                # the first
                - a
                     # odd
                - b
                # end of the list
                check:
                    # why
                    type: CheckStream
                    # end of check
                # end
                """))
        .isEqualTo(
            """
            # head
            streams:  # all of them
              # the first
              - a
              # odd
              - b
            # end of the list
            check:
              # why
              type: CheckStream
              # end of check
            # end
            """);
  }

  @Test
  void textsKeepTheirLines() {
    assertThat(
            format(
                """
                a:
                    b: |
                         one
                           two

                         three


                    c: >-  # folded
                      x
                    d: |2
                          deep
                    e: "p
                       q\\
                          r"
                    f: plain
                      and on
                    g: |+
                      kept


                h: 'x'
                """))
        .isEqualTo(
            """
            a:
              b: |
                one
                  two

                three

              c: >-  # folded
                x
              d: |2
                    deep
              e: "p
                 q\\
                    r"
              f: plain
                and on
              g: |+
                kept


            h: 'x'
            """);
  }

  @Test
  void anchorsAliasesMergeKeysTagsAndBracketsStay() {
    assertThat(
            format(
                """
                definitions:
                    base: &base   {type: HttpRequester,
                       url: "x",  # inside
                         headers: {a : b}
                    }
                    other:
                        <<:  *base
                        tag:  !!str  5
                        list: &list
                        - *base
                    ?   key
                    :   value
                """))
        .isEqualTo(
            """
            definitions:
              base: &base {type: HttpRequester,
                 url: "x",  # inside
                   headers: {a : b}
              }
              other:
                <<: *base
                tag: !!str 5
                list: &list
                  - *base
              ? key
              : value
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a: |\n  no line break at the end",
        "a: |-\n  cut\n\n\n",
        "a: |+\n  kept\n\n\n",
        "a: >\n\n\n  begins late\n   deeper\n\n  x\n",
        "- |1\n  x\n",
        "---\na: 1\n...\n",
        "%YAML 1.1\n---\na: 1\n",
        "a: 1\r\nb:\r\n- 2\r\n",
        "a: 'x\u2028 y'\n",
        "a: \"\uD83D\uDE00\"   # \uD83D\uDE00\nb:  \uD83D\uDE00\n",
        "\uFEFFa:   1\n",
        "a:\n  - b:\n    - c\n    d: 1\n",
        "a:\n- b:\n  - c:\n    - d\n- e\n",
        "   a: 1\n   b: 2\n",
        "a: \"x\\/y\"\nb:   1\n",
        "\"a b\":   1\n? x\n: - y\n",
        "a: [\n 1,\n\n\n # c\n 2 ]   # d\n",
        "- &a\n  - &b x\n- *a\n- *b\n",
        "a:\n  # only a comment\nb: 1\n",
      })
  void isDoneAfterOnceAndChangesNoMeaning(String text) {
    assertFormats("test.yaml", text);
  }

  @Test
  void aMarkAtTheBeginningGoes() {
    assertThat(format("\uFEFFa:  1\n")).isEqualTo("a: 1\n");
  }

  @Test
  void jsonStaysAsItIs() {
    String json = "{\n\t\"a\":   [1,\n 2], \"b\": \"x\\/y\"}";

    assertThat(format(json)).isEqualTo(json);
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> format("a: 1\nb: [\n"))
        .isInstanceOfSatisfying(
            GodwitException.class,
            refused -> assertThat(refused.describe()).contains("test.yaml:3"));
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES) // 18 MB, read six times over
  void everyRecordedManifestKeepsItsMeaningAndItsComments() {
    assumeTrue(Corpus.isPresent(), "the recorded manifests are not at hand");
    Corpus.manifests().parallelStream()
        .forEach(manifest -> assertFormats(manifest.toString(), YamlReader.text(manifest)));
  }

  private static void assertFormats(String name, String text) {
    String once = Layout.of(text.startsWith("\uFEFF") ? text.substring(1) : text);

    assertThat(Layout.of(once)).as(name).isEqualTo(once);
    assertThat(comments(once)).as(name).isEqualTo(comments(text));
    assertThat(Meaning.isSame(YamlReader.read(name, text), YamlReader.read(name, once))).isTrue();
  }

  private static List<String> comments(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(true);
    ScannerImpl scanner =
        new ScannerImpl(
            new StreamReader(text.replace("\uFEFF", "").replaceAll("(?<!\\\\)\\\\/", "/")),
            options);
    List<String> comments = new ArrayList<>();
    while (!scanner.checkToken(Token.ID.StreamEnd)) {
      if (scanner.getToken() instanceof CommentToken comment
          && comment.getCommentType() != CommentType.BLANK_LINE) {
        comments.add(comment.getValue().strip());
      }
    }
    return comments;
  }

  private static String format(String text) {
    return Formatter.format("test.yaml", text);
  }
}
