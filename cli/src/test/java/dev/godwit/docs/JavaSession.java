package dev.godwit.docs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Runs Java as a reader would paste it into JShell, in a process whose working folder the reader
/// has chosen. Its argument is a file with the text.
final class JavaSession {
  /// The last line of its output when all went well.
  static final String DONE = "done, snippets: ";

  private JavaSession() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (JShell shell = JShell.builder().executionEngine("local").out(out).err(out).build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      int snippets = 0;
      String rest = Files.readString(Path.of(args[0]));
      while (!rest.isBlank()) {
        CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
        String source = next.source() == null ? rest : next.source();
        rest = next.source() == null ? "" : next.remaining();
        if (!succeed(shell, shell.eval(source), out)) {
          out.println("in:\n" + source);
          System.exit(1);
        }
        snippets++;
      }
      out.println(DONE + snippets);
    }
    System.exit(0);
  }

  private static boolean succeed(JShell shell, List<SnippetEvent> events, PrintStream out) {
    for (SnippetEvent event : events) {
      if (event.exception() != null) {
        event.exception().printStackTrace(out);
        return false;
      }
      if (event.status() != Snippet.Status.VALID && event.causeSnippet() == null) {
        out.println("not valid: " + event.status());
        shell
            .diagnostics(event.snippet())
            .forEach(problem -> out.println(problem.getMessage(Locale.ENGLISH)));
        return false;
      }
    }
    return true;
  }
}
