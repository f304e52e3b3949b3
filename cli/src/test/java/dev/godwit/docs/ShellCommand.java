package dev.godwit.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command of a fenced block that runs Godwit.
///
/// @param words the arguments, without the program's name, redirections and pipes
record ShellCommand(List<String> words) {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern PROGRAM = Pattern.compile("^(?:\\./)?godwit(?= |$)");

  ShellCommand {
    words = List.copyOf(words);
  }

  /// The commands of a block in their order; lines that run something else are left out.
  static List<ShellCommand> in(String block) {
    return block
        .replaceAll("\\\\\\n\\s*", "")
        .lines()
        .filter(line -> PROGRAM.matcher(line).find())
        .map(line -> parse(PROGRAM.matcher(line).replaceFirst("")))
        .toList();
  }

  private static ShellCommand parse(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.replaceFirst(" ([<>] \\S+|\\| .*)$", ""));
    while (word.find()) {
      words.add(word.group().replaceFirst("^([\"'])(.*)\\1$", "$2"));
    }
    return new ShellCommand(words);
  }

  String name() {
    return words.isEmpty() ? "" : words.getFirst();
  }

  boolean has(String option) {
    return words.contains(option);
  }

  /// The file that the command reads first: a manifest or a database.
  String file() {
    return words.size() > 1 ? words.get(1) : "";
  }

  ShellCommand replacing(String text, String replacement) {
    return new ShellCommand(words.stream().map(word -> word.replace(text, replacement)).toList());
  }

  String[] toArray() {
    return words.toArray(String[]::new);
  }

  @Override
  public String toString() {
    return "godwit " + String.join(" ", words);
  }
}
