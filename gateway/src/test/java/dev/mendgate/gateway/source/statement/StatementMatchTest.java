package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.Statements.index;
import static dev.mendgate.gateway.source.statement.Statements.log;
import static dev.mendgate.gateway.source.statement.Statements.thrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.LogPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatementMatchTest {
  private static final Clues NONE = Clues.NONE;

  @Test
  void aHashWithoutWordsNamesNoStatementForAMessage() {
    StatementIndex index =
        StatementsOf.index(
            "class A { org.slf4j.Logger l; void m(int a) { l.info(\"{} = {}ms\", a, a);"
                + " l.info(\"size {} = {}\", a, a); } }");

    LogPattern wordless = LogPattern.ofMessage("5 = 6");
    assertEquals(1, index.byHash(wordless.hash()).size());
    assertEquals(List.of(), index.byMessagePattern(wordless));
    assertEquals(1, index.byMessagePattern(LogPattern.ofMessage("size 5 = 6")).size());
  }

  @Test
  void moreFixedTextWinsThenFixedEndsThenFewerArguments() {
    StatementIndex texts =
        index(
            log("a.A", "{} could not be opened"),
            log("a.A", "file {} could not be opened"),
            log("a.A", "file {} could not be opened by {}"));
    assertEquals(List.of(2), lines(texts, "file x could not be opened", NONE));
    assertEquals(List.of(3), lines(texts, "file x could not be opened by y", NONE));
    assertEquals(1, texts.match("file x could not be opened", NONE).others().size());

    StatementIndex ends =
        index(log("a.A", "{} is not open {}"), log("a.A", "door {} is open {}not{}"));
    assertEquals(List.of(1), lines(ends, "door x is not open", NONE));
    StatementIndex anchored =
        index(log("a.A", "{} starting the server {}"), log("a.A", "starting {} the server"));
    assertEquals(List.of(2), lines(anchored, "starting the server", NONE));
    StatementIndex arguments =
        index(log("a.A", "from {} to {} copied"), log("a.A", "from {} to{} {} copied"));
    assertEquals(List.of(1), lines(arguments, "from x to y copied", NONE));
  }

  @Test
  void theLoggersOwnTextWinsOverAMoreSpecificOneIfItIsTelling() {
    StatementIndex index =
        index(
            log("a.A", "could not read file {}"),
            log("a.A", "could {}"),
            log("a.B", "could not read file {} at line {}"));

    String message = "could not read file x at line 5";
    assertEquals(List.of(3), lines(index, message, NONE));
    assertEquals(List.of(1), lines(index, message, Clues.ofLog("a.A", null)));
    assertEquals(List.of(3), lines(index, message, Clues.ofLog("a.C", null)));
    assertEquals(
        List.of(2), lines(index, "could not write", Clues.ofLog("a.A", null)), "nothing else");
  }

  @Test
  void aTextThatTellsLittleNeedsTheLoggerOrNothingButValues() {
    StatementIndex index = index(log("org.acme.A", "Received {}"));

    assertEquals(List.of(1), lines(index, "Received disconnect from peer", logger("o.a.A")));
    assertEquals(List.of(), lines(index, "Received 5", logger("org.acme.B")));
    assertEquals(List.of(), lines(index, "Received 5", logger("org.other.B")));
    assertEquals(List.of(), lines(index, "Received disconnect from peer", NONE));
    assertEquals(List.of(1), lines(index, "Received /a/b1 7", NONE));
    assertEquals(1, index.match("Received disconnect from peer", NONE).others().size());
    assertEquals(List.of(), lines(index(log("a.A", "a{}b{}")), "a1 b2", NONE));
  }

  @Test
  void aTextOfAnotherClassCountsIfItIsTellingAndTwiceSoForAForeignLogger() {
    StatementIndex index =
        index(
            log("org.acme.A", "Request {} was rejected"),
            log("org.acme.A", "The request {} was rejected because of the limit"));
    String brief = "Request 5 was rejected";
    String longer = "The request 5 was rejected because of the limit";

    for (String inside : List.of("org.acme.x.B", "o.a.x.B", "audit", "A$B", "x.A")) {
      assertEquals(List.of(1), lines(index, brief, logger(inside)), inside);
      assertEquals(List.of(2), lines(index, longer, logger(inside)), inside);
    }
    for (String outside : List.of("org.other.x.B", "com.acme.A2", "B")) {
      assertEquals(List.of(), lines(index, brief, logger(outside)), outside);
      assertEquals(List.of(2), lines(index, longer, logger(outside)), outside);
    }
  }

  @Test
  void loggersAreNamedInManyWays() {
    for (String name :
        List.of("a.bc.A", "A", "a.b.A", "bc.A", "a.bc.A$B", "a.bc.A.B", "B", "b.A")) {
      assertTrue(LoggerName.fits(name, "a.bc.A$B"), name);
    }
    for (String name : List.of("a.bc.C", "a.x.A", "x.a.bc.A", "bc", "", "a.bc.", "Ab", "a..A")) {
      assertFalse(LoggerName.fits(name, "a.bc.A$B"), name);
    }
  }

  @Test
  void kindThenLevelThenSourceDecideBetweenEqualTexts() {
    StatementIndex index =
        index(
            thrown("a.A", "no room for {} here", "a.RoomException"),
            log("a.B", "no room for {} here", "ERROR", "src/main/java/"),
            log("a.C", "no room for {} here", "DEBUG", "src/main/java/"),
            log("a.D", "no room for {} here", "DEBUG", "src/test/java/"));
    String message = "no room for 5 here";

    assertEquals(List.of(2, 3), lines(index, message, NONE));
    assertTrue(index.match(message, NONE).isAmbiguous());
    assertEquals(List.of(2), lines(index, message, Clues.ofLog(null, "SEVERE")));
    assertEquals(List.of(3), lines(index, message, Clues.ofLog(null, "FINE")));
    assertEquals(List.of(4), lines(index, message, Clues.ofLog("D", "ERROR")));
    assertEquals(List.of(1), lines(index, message, Clues.ofException("a.RoomException")));
    assertEquals(List.of(1), lines(index, message, Clues.ofException(Clues.ANY_EXCEPTION)));
    assertEquals(List.of(1), lines(index, message, Clues.ofException("b.OddException")));
  }

  @Test
  void aBriefMessageOfAnotherExceptionIsNotTakenForThisOnes() {
    StatementIndex index = index(thrown("a.A", "Unknown {}", "a.RoomException"));

    assertEquals(List.of(1), lines(index, "Unknown door", Clues.ofException("a.RoomException")));
    assertEquals(List.of(1), lines(index, "Unknown door", Clues.ofException("RoomException")));
    assertEquals(List.of(), lines(index, "Unknown door", Clues.ofException("b.OddException")));
  }

  @Test
  void whatALayoutLeftInBracketsIsPassedOver() {
    StatementIndex index = index(log("a.A", "the door {} is open"), log("a.A", "[{}] is open"));

    assertEquals(List.of(1), lines(index, "[main (1)] (x): the door 5 is open", NONE));
    assertEquals(List.of(1), lines(index, "[] - the door is open", NONE));
    assertEquals(List.of(2), lines(index, "[x 1] is open", NONE));
    assertEquals(List.of(), lines(index, "[x the door 5 is open", NONE));
    assertEquals(List.of(), lines(index, "[x]", NONE));
    StatementIndex unlikely = index(log("a.A", "[{}] got {}"));
    assertEquals(1, unlikely.match("[x] got some more words", NONE).others().size());
  }

  @Test
  void testsAreToldByTheFoldersOfTheBuild() {
    for (String path :
        List.of("src/test/java/A.java", "x/src/integrationTest/A.java", "test/a/A.java")) {
      assertTrue(SourceSet.isTest(path), path);
    }
    for (String path : List.of("src/main/java/a/test/A.java", "a/testing/A.java", "test.java")) {
      assertFalse(SourceSet.isTest(path), path);
    }
  }

  private static Clues logger(String name) {
    return Clues.ofLog(name, null);
  }

  private static List<Integer> lines(StatementIndex index, String message, Clues clues) {
    return index.match(message, clues).statements().stream().map(Statement::firstLine).toList();
  }
}
