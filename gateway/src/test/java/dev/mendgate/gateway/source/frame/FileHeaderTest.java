package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class FileHeaderTest {
  @Test
  void findsPackageAndTopLevelTypesOnly() {
    FileHeader header =
        FileHeader.of(
            """
            /* package wrong; class Wrong {} */
            @Deprecated(since = "class Text {")
            package a . b /* c */ .d; // class Comment
            import java.util.List;
            public final class First<T extends Object> { class Inner {} char c = '{'; }
            record Second(int x) { String s = "}\\" class S {"; }
            sealed interface Third permits Fourth { }
            enum Fourth implements Third { A { void m() {} } }
            @interface Fifth { Class<?> value() default Object.class; }
            class Sixth { String t = \"""
                class Block { "
                \"""; }
            """);

    assertEquals("a.b.d", header.packageName());
    assertEquals(Set.of("First", "Second", "Third", "Fourth", "Fifth", "Sixth"), header.types());
  }

  @Test
  void survivesBrokenText() {
    for (String text :
        new String[] {
          "", "package", "package a", "class", "/*", "\"", "'\\", "}}}class A", "\"\"\""
        }) {
      assertEquals(FileHeader.of(text), FileHeader.of(text + "\n"), text);
    }
    assertEquals("", FileHeader.of("class A {}").packageName());
  }
}
