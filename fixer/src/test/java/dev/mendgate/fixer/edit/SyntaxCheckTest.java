package dev.mendgate.fixer.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxCheckTest {
  private static final String PATH = "src/main/java/a/A.java";
  private static final String BEFORE =
      """
      package a;

      import java.util.List;

      class A {
        private int count = 1;

        int size(List<String> all) {
          Runnable r = new Runnable() {
            public void run() { count++; }
          };
          return all.size();
        }

        enum Kind { ONE, TWO }
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          return all.size(); | return all == null ? 0 : all.size(); | true
          return all.size(); | return all == null ? 0 : ; | false
          return all.size(); | return 0; } int other() { return 1; | true
          return all.size(); | return 0; } | false
          return all.size(); | try { return 0; } | false
          count = 1 | count = 2, other = 3 | true
          count = 1 | count = | false
          count++; | count--; | true
          count++; | count--; } | false
          ONE, TWO | ONE, TWO, THREE | true
          ONE, TWO | ONE TWO | false
          import java.util.List; | import java.util.List; import java.util.Map; | true
          import java.util.List; | import java.util.List | false
          class A | final class A | true
          class A | final class | false
          """)
  void readsOnlyWhatIsEditedAndSaysWhatReadingTheWholeFileSays(
      String replaced, String replacement, boolean expected) {
    assertEquals(expected, accepts(replace(replaced, replacement)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          import java.util.Map;            | true
          import static java.util.Map.*;   | true
          import java.util.Map             | false
          import java.util.*;              | true
          int import;                      | false
          """)
  void anImportMayBeInserted(String line, boolean expected) {
    int behind = BEFORE.indexOf("\n\nclass");
    assertEquals(expected, accepts(List.of(new TextEdit(behind, behind, "\n" + line))));
  }

  @ParameterizedTest
  @CsvSource({"0;, true", "0, false"})
  void allEditsOfAMemberCountTogether(String second, boolean expected) {
    int call = BEFORE.indexOf("all.size();");
    List<TextEdit> edits =
        List.of(
            new TextEdit(call, call, "all == null ? -1 : "),
            new TextEdit(call, call + "all.size();".length(), second));
    assertEquals(expected, accepts(edits));
  }

  private static List<TextEdit> replace(String replaced, String replacement) {
    int start = BEFORE.indexOf(replaced);
    return List.of(new TextEdit(start, start + replaced.length(), replacement));
  }

  private static boolean accepts(List<TextEdit> edits) {
    ParsedSources sources = new ParsedSources(new MemoryTree(Map.of(PATH, BEFORE)));
    return new SyntaxCheck(sources).accepts(new FileEdit(PATH, BEFORE, edits));
  }
}
