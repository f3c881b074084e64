package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames that do not tell their line, and files that are not plain. */
final class LineFinderTest {
  private static final String SOURCE =
      """
      package org.shop;

      class Till {
        void open() {
          check();
          count(1);
        }

        void open(int drawer) {
          lock();
          new Drawer(drawer);
          count(2);
          count(3);
        }

        void shut() {
          lock();
          lock();
        }
      }
      """;

  private final Resolving repository;

  LineFinderTest(@TempDir Path folder) {
    this.repository = new Resolving(folder).with("src/org/shop/Till.java", SOURCE);
  }

  private Found withoutLine(String method, Frame callee) {
    Frame frame = new Frame("org.shop.Till", method, null, -1);
    return (Found) repository.resolve(List.of(), callee, frame).get(1);
  }

  private static Frame lib(String method) {
    return new Frame("org.lib.Lib", method, null, -1);
  }

  private static List<Integer> lines(Found found) {
    return found.candidates().stream().map(Candidate::line).toList();
  }

  @Test
  void takesTheOnlyCallOfWhatTheFrameCalled() {
    Found found = withoutLine("open", lib("lock"));

    assertEquals(List.of(10), lines(found));
    assertFalse(found.best().plausible());
    assertTrue(found.notes().toString().contains("took the only call of lock in open"));
    assertEquals(
        List.of(11), lines(withoutLine("open", new Frame("org.shop.Drawer", "<init>", null, -1))));
  }

  @Test
  void takesTheDeclarationWhereTheCallIsNotTheOnlyOne() {
    Found found = withoutLine("shut", lib("lock"));

    assertEquals(List.of(16), lines(found));
    assertTrue(found.notes().toString().contains("the line that shut is declared at"));
  }

  @Test
  void listsTheOverloadsThatMayBeMeant() {
    Found found = withoutLine("open", lib("count"));

    assertEquals(List.of(4, 9), lines(found));
    assertTrue(found.notes().toString().contains("declared at lines 4, 9"), "" + found.notes());
    assertFalse(found.notes().toString().contains("files declare"), "" + found.notes());
  }

  @Test
  void saysThatThereIsNoSuchMethod() {
    assertEquals(Reason.NO_LINE, repository.skipped("org.shop.Till", "lose", null, -1).reason());
  }

  @Test
  void readsFilesOfOtherEncodings() {
    String text = "package org.shop;\nclass Café {\n  String é = \"ü\";\n  void go() {\n  }\n}\n";
    repository.with("src/org/shop/Caf.java", text.getBytes(StandardCharsets.ISO_8859_1));

    assertTrue(repository.found("org.shop.Café", "go", "Caf.java", 5).best().plausible());
  }

  @Test
  void takesALineUncheckedWhereTheFileCannotBeParsed() {
    repository.with("src/org/shop/Odd.java", "package org.shop;\nclass Odd {\n  @ % void\n}\n");

    Found found = repository.found("org.shop.Odd", "go", "Odd.java", 3);

    assertFalse(found.best().plausible());
    assertTrue(
        found.notes().get(0).contains("cannot") || found.notes().get(0).contains("unchecked"));
  }

  @Test
  void findsClassesOfTheUnnamedPackage() {
    repository.with("tool/Main.java", "class Main {\n  public static void main(String[] a) {\n}}");

    assertEquals("tool/Main.java", repository.found("Main", "main", "Main.java", 3).best().path());
  }

  @Test
  void findsSecondTypesOfFilesInFoldersOfNoPackage() {
    repository.with(
        "src/All.java", "package org.any;\nclass All {}\nclass Also {\n void m() {}\n}");

    Found found = repository.found("org.any.Also", "m", null, 4);

    assertEquals("src/All.java", found.best().path());
    assertTrue(found.best().plausible());
  }
}
