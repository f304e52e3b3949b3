package dev.godwit.connection;

import dev.godwit.core.schema.SchemaPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which streams a connection syncs, and how each one.
///
/// @param named streams by name, in the order in which they start
/// @param others how streams are synced that are not named; null where they are left out
public record StreamsSettings(Map<String, StreamSettings> named, @Nullable StreamSettings others) {
  /// Stands for all streams that are not named.
  private static final String OTHERS = "*";

  /// All streams, everything as usual.
  public static final StreamsSettings USUAL = new StreamsSettings(Map.of(), StreamSettings.USUAL);

  /// Written out because compact constructors do not carry type annotations into class files.
  public StreamsSettings(Map<String, StreamSettings> named, @Nullable StreamSettings others) {
    this.named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    this.others = others;
  }

  /// @param section null where the file does not name streams
  static StreamsSettings read(@Nullable Section section, SchemaPolicy policy) {
    if (section == null) {
      return new StreamsSettings(Map.of(), StreamSettings.read(new Section("", Map.of()), policy));
    }
    Map<String, StreamSettings> named = new LinkedHashMap<>();
    for (String stream : section.keys()) {
      Section settings = section.section(stream);
      Section given = settings == null ? new Section(section.path(stream), Map.of()) : settings;
      named.put(stream, StreamSettings.read(given, policy));
    }
    StreamSettings others = named.remove(OTHERS);
    return new StreamsSettings(named, others);
  }

  /// These settings with others for one stream.
  public StreamsSettings with(String stream, StreamSettings settings) {
    Map<String, StreamSettings> all = new LinkedHashMap<>(named);
    all.put(stream, settings);
    return new StreamsSettings(all, others);
  }

  /// How a stream is synced, whether or not it is among the chosen ones.
  public StreamSettings of(String stream) {
    StreamSettings own = named.get(stream);
    if (own != null) {
      return own;
    }
    return others == null ? StreamSettings.USUAL : others;
  }

  /// The names of the streams to sync, in the order in which they start.
  ///
  /// @param offered the names that the source has
  public List<String> chosen(List<String> offered) {
    if (others == null) {
      return List.copyOf(named.keySet());
    }
    LinkedHashMap<String, Boolean> all = new LinkedHashMap<>();
    named.keySet().forEach(name -> all.put(name, true));
    offered.forEach(name -> all.put(name, true));
    return List.copyOf(all.keySet());
  }
}
