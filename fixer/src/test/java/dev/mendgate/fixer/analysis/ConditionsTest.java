package dev.mendgate.fixer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.source.SourceParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (s != null) { s.use(); }",
        "if (null != s && a) s.use();",
        "if (a && s != null && s.use()) {}",
        "if (s == null || s.use()) {}",
        "if (!(s == null)) s.use();",
        "if (s == null) return; s.use();",
        "if (s == null || a) { a(); throw x; } s.use();",
        "if (s == null) { s = b; } s.use();",
        "for (;a;) { if (s == null) continue; s.use(); }",
        "while (s != null) s.use();",
        "if (s == null) { a(); } else { s.use(); }",
        "x = s == null ? 0 : s.use();",
        "if (s instanceof T) s.use();",
      })
  void theCheckIsSeen(String body) {
    assertEquals(true, holds(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s.use();",
        "if (s != null || a) s.use();",
        "if (s == null) s.use();",
        "if (s == null) a(); s.use();",
        "if (s == null) return; s = b; s.use();",
        "if (s == null) return; if (a) s = b; s.use();",
        "if (s != null) a(); else s.use();",
        "if (t != null) s.use();",
        "if (s != null) { } s.use();",
        "if (s == null && a) return; s.use();",
      })
  void noCheckIsSeenWhereThereIsNone(String body) {
    assertEquals(false, holds(body));
  }

  private static boolean holds(String body) {
    String text = "class A { void f() { " + body + " } }";
    MethodCallExpr use =
        new SourceParser()
            .parse("A.java", text)
            .orElseThrow()
            .unit()
            .findFirst(MethodCallExpr.class, call -> call.getNameAsString().equals("use"))
            .orElseThrow();
    return Conditions.notNull(new NameExpr("s")).holdAt(use);
  }
}
