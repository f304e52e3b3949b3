package dev.godwit.storage.gcs;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.http.AbstractInputStreamContent;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.FileContent;
import com.google.api.client.http.HttpResponse;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.Objects;
import com.google.api.services.storage.model.RewriteResponse;
import com.google.api.services.storage.model.StorageObject;
import dev.godwit.storage.StoredObject;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.Bucket;
import dev.godwit.storage.bucket.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A bucket of Google Cloud Storage. The version of an object is its generation.
final class GcsBucket implements Bucket {
  private static final String BYTES = "application/octet-stream";
  private static final String GENERATION = "x-goog-generation";

  /// The generation of what is not there.
  private static final long NOTHING = 0;

  private final GcsClient client;
  private final String bucket;
  private final GcsFailures failures;

  GcsBucket(GcsClient client, Address address) {
    this.client = client;
    this.bucket = address.bucket();
    this.failures = new GcsFailures(address);
  }

  private Storage.Objects objects() {
    return client.open().objects();
  }

  @Override
  public @Nullable StoredObject read(String key) {
    return failures.ifPresent(() -> {
      HttpResponse answer = objects().get(bucket, key).executeMedia();
      try (InputStream content = answer.getContent()) {
        String version = answer.getHeaders().getFirstHeaderStringValue(GENERATION);
        return new StoredObject(content.readAllBytes(), version);
      } finally {
        answer.disconnect();
      }
    });
  }

  @Override
  public @Nullable String put(String key, byte[] content, @Nullable String replaced, String mark) {
    long expected = replaced == null ? NOTHING : Long.parseLong(replaced);
    return failures.ifUnchanged(() -> {
      Storage.Objects.Insert insert =
          insert(key, new ByteArrayContent(BYTES, content), Map.of(MARK, mark));
      insert.getMediaHttpUploader().setDirectUploadEnabled(true);
      return version(insert.setIfGenerationMatch(expected).execute());
    });
  }

  private Storage.Objects.Insert insert(
      String key, AbstractInputStreamContent content, Map<String, String> metadata)
      throws IOException {
    StorageObject object = new StorageObject().setName(key).setMetadata(metadata);
    return objects().insert(bucket, object, content);
  }

  private static String version(StorageObject object) {
    return object.getGeneration().toString();
  }

  @Override
  public @Nullable Written look(String key) {
    StorageObject object = failures.ifPresent(() -> objects().get(bucket, key).execute());
    if (object == null) {
      return null;
    }
    Map<String, String> metadata = object.getMetadata();
    return new Written(version(object), metadata == null ? null : metadata.get(MARK));
  }

  /// A large file is sent in pieces of one upload, and goes on after the last that has arrived.
  @Override
  public void upload(Path file, String key) {
    failures.attempt(() -> {
      Storage.Objects.Insert insert = insert(key, new FileContent(BYTES, file.toFile()), Map.of());
      MediaHttpUploader uploader = insert.getMediaHttpUploader();
      uploader.setDirectUploadEnabled(Files.size(file) <= Parts.SENT);
      uploader.setChunkSize((int) Parts.SENT);
      return insert.execute();
    });
  }

  @Override
  public boolean download(String key, Path file) {
    return failures.ifPresent(() -> {
      StorageObject object = objects().get(bucket, key).execute();
      try (OutputStream out = Files.newOutputStream(file)) {
        if (object.getSize().signum() > 0) {
          fetch(object, out);
        }
      }
      return object;
    })
        != null;
  }

  private void fetch(StorageObject object, OutputStream out) throws IOException {
    Storage.Objects.Get get =
        objects().get(bucket, object.getName()).setGeneration(object.getGeneration());
    get.getMediaHttpDownloader().setDirectDownloadEnabled(false).setChunkSize((int) Parts.SENT);
    get.executeMediaAndDownloadTo(out);
  }

  /// Large objects take several calls.
  @Override
  public boolean copy(String from, String to) {
    return failures.ifPresent(() -> {
      Storage.Objects.Rewrite rewrite =
          objects().rewrite(bucket, from, bucket, to, new StorageObject());
      RewriteResponse answer = rewrite.execute();
      while (!answer.getDone()) {
        answer = rewrite.setRewriteToken(answer.getRewriteToken()).execute();
      }
      return answer;
    })
        != null;
  }

  @Override
  public void delete(Collection<String> keys) {
    List<Callable<String>> deletions =
        keys.stream().map(key -> (Callable<String>) () -> delete(key)).toList();
    Parts.all(deletions);
  }

  private String delete(String key) {
    failures.ifPresent(() -> objects().delete(bucket, key).execute());
    return key;
  }

  @Override
  public List<String> list(String prefix) {
    return failures.attempt(() -> {
      List<String> keys = new ArrayList<>();
      Storage.Objects.List list =
          objects().list(bucket).setPrefix(prefix).setFields("items(name),nextPageToken");
      do {
        Objects page = list.execute();
        if (page.getItems() != null) {
          page.getItems().forEach(object -> keys.add(object.getName()));
        }
        list.setPageToken(page.getNextPageToken());
      } while (list.getPageToken() != null);
      return keys;
    });
  }

  @Override
  public void close() {}
}
