package dev.godwit.manifest.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The steps of a path, which slashes separate.
final class Steps {
  private Steps() {}

  /// Goes from the last folder of one path along another, as Python does: doubled slashes inside
  /// the way count once.
  static String join(String base, String path) {
    String folder = base.substring(0, base.lastIndexOf('/') + 1);
    List<String> steps =
        new ArrayList<>(Arrays.asList((folder.isEmpty() ? "/" : folder).split("/", -1)));
    steps.removeLast();
    steps.addAll(Arrays.asList(path.split("/", -1)));
    for (int i = steps.size() - 2; i > 0; i--) {
      if (steps.get(i).isEmpty()) {
        steps.remove(i);
      }
    }
    return withoutDots(String.join("/", steps));
  }

  /// Resolves `.` and `..`, which never lead above the root.
  static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    String[] steps = path.split("/", -1);
    List<String> kept = new ArrayList<>(steps.length);
    for (String step : steps) {
      if (step.equals("..")) {
        if (kept.size() > 1) {
          kept.removeLast();
        }
      } else if (!step.equals(".")) {
        kept.add(step);
      }
    }
    String last = steps[steps.length - 1];
    if (last.equals(".") || last.equals("..")) {
      kept.add("");
    }
    return String.join("/", kept);
  }
}
