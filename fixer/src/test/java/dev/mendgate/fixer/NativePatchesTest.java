package dev.mendgate.fixer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.source.SourceParser;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule's patches look as if the file's own authors had written them. */
final class NativePatchesTest {
  private static final String SOURCE =
      """
      /*
       * Licence: do as you like; "quotes" and // slashes stay.
       */
      package shop;

      import static java.lang.Math.max;

      import java.util.*;
      import java.util.function.Function;

      /** Größe: ✓ 𝒜 \\u00e4. */
      class Basket /* odd */ {
        private String[] names; // never set
        private Map<String, List<String>> groups;

        int width(String text, Object raw, Iterator<String> it, int at) // why not
        {
          // before
          int wide = max(text.length(), 1); // behind
          if (wide > 3) return names[at].length(); else wide++;
          for (String one : names) wide += one.length(); /* tail */
          groups.get(text).add((String) raw);
          return wide + it.next().length();
        }
      }
      """;
  private static final List<String> FAILURES =
      List.of(
          "java.lang.NullPointerException",
          "java.lang.ArrayIndexOutOfBoundsException",
          "java.lang.ClassCastException",
          "java.util.NoSuchElementException",
          "java.util.ConcurrentModificationException");

  @ParameterizedTest
  @ValueSource(strings = {"plain", "tabs", "crlf", "no final newline", "own line"})
  void patchesKeepTheFilesManner(String manner) {
    String text = written(manner).apply(SOURCE);
    int patches = 0;
    for (String failure : FAILURES) {
      for (int line = 19; line <= 23; line++) {
        for (CandidateFix fix : propose(failure, text, line)) {
          fix.edits().forEach(edit -> assertNative(edit, manner));
          patches++;
        }
      }
    }
    assertTrue(patches > 20, "patches: " + patches);
  }

  private static UnaryOperator<String> written(String manner) {
    return switch (manner) {
      case "tabs" -> text -> text.replace("  ", "\t");
      case "crlf" -> text -> text.replace("\n", "\r\n");
      case "no final newline" -> String::strip;
      case "own line" -> text -> text.replace("if (wide > 3) return", "if (wide > 3)\n    return");
      default -> text -> text;
    };
  }

  private static List<CandidateFix> propose(String failure, String text, int line) {
    Frame frame = new Frame("shop.Basket", "width", "Basket.java", line);
    return Proposer.withInstalledRules()
        .propose(
            new Failure(failure, null, List.of(frame)),
            List.of(new CrashSite("src/shop/Basket.java", line, frame, 0)),
            new MemoryTree(Map.of("src/shop/Basket.java", text)))
        .fixes();
  }

  private static void assertNative(FileEdit edit, String manner) {
    String patched = edit.patched();
    assertTrue(new SourceParser().parse(edit.path(), patched).isPresent(), patched);
    assertTrue(patched.startsWith("/*"), patched);
    assertEquals(edit.original().endsWith("\n"), patched.endsWith("\n"), patched);
    for (String comment :
        List.of("Größe: ✓ 𝒜 \\u00e4.", "// never set", "// before", "// behind", "/* tail */")) {
      assertTrue(patched.contains(comment), () -> comment + " is lost:\n" + patched);
    }
    if (manner.equals("crlf")) {
      assertFalse(patched.replace("\r\n", "").contains("\n"), patched);
    }
    if (manner.equals("tabs")) {
      assertFalse(patched.contains("\n  ") || patched.contains("\t "), patched);
    }
    assertFalse(
        patched.contains("import java.util.") && patched.contains("import java.util.List;"),
        patched);
  }
}
