package dev.mendgate.fixer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomesTest {
  private static final String TEXT = "class A { int f(int a, int b) { return X; } }";

  @Test
  void theMoreConfidentOfTwoFixesThatPrintTheSameCodeStays() {
    assertEquals(
        List.of("second", "other"),
        left(fix("first", "a + b", 0.3), fix("second", "( a+b )", 0.6), fix("other", "a", 0.1)));
    assertEquals(
        List.of("first"), left(fix("first", "(a * 2) + b", 0.6), fix("second", "a * 2 + b", 0.3)));
  }

  @Test
  void parenthesesThatMatterKeepFixesApart() {
    assertEquals(
        List.of("first", "second"),
        left(fix("first", "a * (b + 1)", 0.5), fix("second", "a * b + 1", 0.5)));
  }

  private static List<String> left(CandidateFix... fixes) {
    Outcomes outcomes = new Outcomes();
    for (CandidateFix fix : fixes) {
      outcomes.add(fix);
    }
    return outcomes.fixes().stream().map(CandidateFix::title).toList();
  }

  private static CandidateFix fix(String title, String expression, double confidence) {
    int at = TEXT.indexOf('X');
    FileEdit edit = new FileEdit("A.java", TEXT, List.of(new TextEdit(at, at + 1, expression)));
    return new CandidateFix("a-rule", title, "why", Risk.LOW, confidence, null, List.of(edit));
  }
}
