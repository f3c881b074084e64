package dev.mendgate.fixer.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImportsTest {
  private static final String LIST = "java.util.List";

  @Test
  void anImportGoesWhereTheOrderOfTheFileSuggests() {
    assertEquals(
        """
        package a;

        import java.io.File;
        import java.util.Date;
        import java.util.List;
        import java.util.Set;

        import org.x.Y;
        class A {}
        """,
        with(
            LIST,
            """
            package a;

            import java.io.File;
            import java.util.Date;
            import java.util.Set;

            import org.x.Y;
            class A {}
            """));
  }

  @Test
  void theFirstImportFollowsThePackage() {
    assertEquals(
        "package a;\r\n\r\nimport java.util.List;\r\n\r\nclass A {}\r\n",
        with(LIST, "package a;\r\n\r\nclass A {}\r\n"));
  }

  @Test
  void whatIsVisibleNeedsNoImport() {
    assertEquals(
        new TypeUse("List", List.of()), use(LIST, "package a; import java.util.*; class A {}"));
    assertEquals(
        new TypeUse("List", List.of()), use(LIST, "package a; import java.util.List; class A {}"));
    assertEquals(
        new TypeUse("String", List.of()), use("java.lang.String", "package a; class A {}"));
    assertEquals(new TypeUse("B", List.of()), use("a.B", "package a; class A {}"));
  }

  @Test
  void aNameThatMeansSomethingElseIsWrittenInFull() {
    TypeUse full = new TypeUse(LIST, List.of());

    assertEquals(full, use(LIST, "package a; import java.awt.List; class A {}"));
    assertEquals(full, use(LIST, "package a; class A { class List {} }"));
    assertEquals(full, use(LIST, "package a; class A<List> {}"));
    assertEquals(full, use(LIST, "package b; class A {}"));
    assertEquals(full, use(LIST, "class A {}"));
  }

  private static String with(String type, String text) {
    return new FileEdit("A.java", text, use(type, text).edits()).patched();
  }

  private static TypeUse use(String type, String text) {
    ParsedSources sources =
        new ParsedSources(
            new MemoryTree(Map.of("A.java", text, "b/List.java", "package b; class List {}")));
    ParsedFile file = sources.parse("A.java").orElseThrow();
    return Imports.use(type, file, sources);
  }
}
