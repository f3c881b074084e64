package dev.mendgate.fixer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProposerTest {
  private static final String PATH = "src/a/A.java";
  private static final String TEXT = "package a;\n\nclass A {\n  int f;\n}\n";
  private static final Failure FAILURE = new Failure("java.lang.RuntimeException", null, List.of());

  @Test
  void keepsTheMoreConfidentOfTwoFixesWithTheSameOutcome() {
    Proposals found = propose(PATH, inserting("one", 0.3, "/*1*/"), inserting("two", 0.6, "/*1*/"));

    assertEquals(List.of("two"), found.fixes().stream().map(CandidateFix::rule).toList());
  }

  @Test
  void dropsWhatDoesNotParseOrChangesNothing() {
    Proposals found = propose(PATH, inserting("broken", 0.9, "}}"), inserting("idle", 0.9, ""));

    assertEquals(List.of(), found.fixes());
    assertEquals(List.of(), found.notes());
  }

  @Test
  void reportsARuleThatThrowsAndGoesOnWithTheOthers() {
    Rule throwing =
        new FixedRule("throwing") {
          @Override
          public List<CandidateFix> propose(RuleContext context) {
            throw new IllegalStateException("no luck");
          }
        };

    Proposals found = propose(PATH, throwing, inserting("fine", 0.5, "/*1*/"));

    assertEquals(1, found.fixes().size());
    assertTrue(found.notes().get(0).contains("rule throwing failed at src/a/A.java:4"));
  }

  @Test
  void ranksTheSameFindingLowerTheFurtherOutItsFrame() {
    Rule rule = inserting("rule", 0.5, "/*1*/");
    CrashSite outer = new CrashSite(PATH, 4, new Frame("a.A", "f", "A.java", 4), 2);

    double confidence =
        new Proposer(List.of(rule))
            .propose(FAILURE, List.of(outer), tree())
            .fixes()
            .get(0)
            .confidence();

    assertTrue(confidence < 0.5, "confidence: " + confidence);
  }

  @Test
  void saysWhichFileCouldNotBeRead() {
    Proposals found = propose("src/a/Gone.java", inserting("rule", 0.5, "/*1*/"));

    assertEquals(
        List.of("src/a/Gone.java is absent or does not parse: no fix was sought there"),
        found.notes());
  }

  private static Proposals propose(String path, Rule... rules) {
    CrashSite site = new CrashSite(path, 4, new Frame("a.A", "f", "A.java", 4), 0);
    return new Proposer(List.of(rules)).propose(FAILURE, List.of(site), tree());
  }

  private static MemoryTree tree() {
    return new MemoryTree(Map.of(PATH, TEXT));
  }

  private static Rule inserting(String name, double confidence, String text) {
    return new FixedRule(name) {
      @Override
      public List<CandidateFix> propose(RuleContext context) {
        FileEdit edit = new FileEdit(PATH, TEXT, List.of(new TextEdit(0, 0, text)));
        return List.of(
            new CandidateFix(name, "title", "why", Risk.LOW, confidence, null, List.of(edit)));
      }
    };
  }

  private abstract static class FixedRule implements Rule {
    private final String name;

    FixedRule(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }
  }
}
