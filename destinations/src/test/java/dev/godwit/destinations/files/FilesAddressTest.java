package dev.godwit.destinations.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.fileformat.Compression;
import dev.godwit.destinations.internal.fileformat.FileFormat;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesAddressTest {
  @Test
  void withoutOptionsThereAreUsualOnes() {
    FilesAddress address = FilesAddress.of(FileFormat.PARQUET, "data/shop");
    assertThat(address.place()).isEqualTo("data/shop");
    assertThat(address.options()).isEqualTo(FileOptions.usual(FileFormat.PARQUET));
    assertThat(address.options().compression()).isEqualTo(Compression.ZSTD);
  }

  @Test
  void optionsAreRead() {
    FileOptions options =
        FilesAddress.of(
                FileFormat.CSV,
                "data?file_size=256MB&file_age=90s&compression=gzip&partition=a,b%3Aday&path={stream}")
            .options();
    assertThat(options.fileSize()).isEqualTo(256L << 20);
    assertThat(options.fileAge()).isEqualTo(Duration.ofSeconds(90));
    assertThat(options.compression()).isEqualTo(Compression.GZIP);
    assertThat(options.partitions()).extracting(PartitionField::name).containsExactly("a", "b_day");
    assertThat(options.folder().text()).isEqualTo("{stream}");
  }

  @Test
  void optionsOfABucketGoToItsStorage() {
    FilesAddress address =
        FilesAddress.of(
            FileFormat.AVRO, "s3://b/p?region=eu-central-1&file_age=1h&path_style=true");
    assertThat(address.place()).isEqualTo("s3://b/p?region=eu-central-1&path_style=true");
    assertThat(address.options().fileAge()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "data?compresion=gzip, files.bad-option",
    "data?compression=lzo, files.bad-option",
    "data?file_size=0MB, files.bad-option",
    "data?file_size=big, files.bad-option",
    "data?file_age=5, files.bad-option",
    "data?path=all, files.bad-template",
    "data?path={stream}/{yaer}, files.bad-template",
    "data?path=../{stream}, files.bad-template",
    "data?path=_godwit/{stream}, files.bad-template",
    "data?partition=at:week, files.bad-partition"
  })
  void whatHasNoSenseIsRefusedWithAHint(String text, String code) {
    GodwitException refused =
        catchThrowableOfType(
            GodwitException.class, () -> FilesAddress.of(FileFormat.PARQUET, text));
    assertThat(refused.code()).isEqualTo(code);
  }
}
