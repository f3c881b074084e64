package dev.mendgate.fixer.habit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StakesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "total += item.size();",
        "this.total++;",
        "ledger.transfer(item);",
        "int due = item.size() * unitPrice;",
        "java.math.BigDecimal due = item.due();",
      })
  void aSilentPatchRanksBelowAnErrorWhereSomethingIsAtStake(String statement) {
    List<CandidateFix> fixes = weighed(statement);
    assertTrue(fixes.get(0).confidence() < fixes.get(1).confidence(), fixes::toString);
    assertTrue(fixes.get(0).rationale().contains("hides the failure"), fixes::toString);
    assertEquals("why", fixes.get(1).rationale());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return item.size();",
        "int total = 0; total = item.size();",
        "local.save(item);",
        "total = item.size();",
        "ledger.size();",
        "prices();",
      })
  void codeThatOnlyComputesIsNoSuchCase(String statement) {
    List<CandidateFix> fixes = weighed(statement);
    assertEquals(0.7, fixes.get(0).confidence());
    assertEquals("why", fixes.get(0).rationale());
  }

  private static List<CandidateFix> weighed(String statement) {
    String text =
        "class A { int total; Ledger ledger; void f(Item item, Ledger local) { %s } void g() {total = 1; } }"
            .formatted(statement);
    return Stakes.weighed(
        List.of(
            fix(text, "if (item == null) return; ", 0.7, Effect.SKIPS),
            fix(text, "if (item == null) throw new Error(); ", 0.4, Effect.THROWS)),
        new ParsedSources(new MemoryTree(Map.of("A.java", text))));
  }

  private static CandidateFix fix(String text, String guard, double confidence, Effect effect) {
    int at = text.indexOf("local) { ") + "local) { ".length();
    FileEdit edit = new FileEdit("A.java", text, List.of(new TextEdit(at, at, guard)));
    return new CandidateFix(
        "a-rule", "title", "why", Risk.LOW, confidence, null, effect, List.of(edit));
  }
}
