package dev.mendgate.fixer.habit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardScanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "if (name == null) { return \"\"; } @ NULL @ RETURN @ name @ \"\"",
        "if (null == order.item) return; @ NULL @ RETURN @ order.item @ ''",
        "if (a == null || a.isEmpty()) { return none; } @ NULL @ RETURN @ a @ none",
        "if (x == null) throw new IllegalArgumentException(\"no x; (really)\"); @ NULL @ THROW @ x"
            + " @ IllegalArgumentException(\"no x; (really)\")",
        "if (x == null) { continue; } @ NULL @ CONTINUE @ x @ ''",
        "if (x != null) { x.run(); } @ NULL @ WRAP @ x @ ''",
        "if (x == null) { x = new Item(); } @ NULL @ SUBSTITUTE @ x @ new Item()",
        "return x == null ? 0 : x.size(); @ NULL @ SUBSTITUTE @ x @ ''",
        "Checks.notNull(x, \"x\"); @ NULL @ CHECK @ x @ Checks.notNull(x, \"x\")",
        "this.x = Objects.requireNonNull(x); @ NULL @ CHECK @ x @ Objects.requireNonNull(x)",
        "if (i < 0 || i >= size) throw new IndexOutOfBoundsException(\"\" + i); @ BOUNDS @ THROW @"
            + " i @ IndexOutOfBoundsException(\"\" + i)",
        "if (!(o instanceof Item)) { return false; } @ CAST @ RETURN @ o @ false",
        "if (list.isEmpty()) { return null; } @ EMPTY @ RETURN @ list @ null",
        "if (it.hasNext()) { use(it.next()); } @ EMPTY @ WRAP @ it @ ''",
      })
  void readsOneGuard(String text, Kind kind, Shape shape, String subject, String answer) {
    assertEquals(
        List.of(new Guard(0, kind, shape, subject, answer)),
        GuardScan.scan(text).stream()
            .map(
                found -> new Guard(0, found.kind(), found.shape(), found.subject(), found.answer()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// if (x == null) return;",
        "/* if (x == null) return; */",
        "String s = \"if (x == null) return;\";",
        "if (ready) { return; }",
        "if (x == null",
        "log.info(x, \"x\");",
        "use(Checks.notNull(x, \"x\"), y);",
        "List<? extends Item> items;",
      })
  void readsNoGuard(String text) {
    assertEquals(List.of(), GuardScan.scan(text));
  }

  @Test
  void aLongTextWithoutAnEndIsReadInOnePass() {
    String open = "if (".repeat(50_000) + "? ".repeat(50_000) + "a.b(".repeat(50_000);
    assertEquals(List.of(), GuardScan.scan(open));
  }
}
