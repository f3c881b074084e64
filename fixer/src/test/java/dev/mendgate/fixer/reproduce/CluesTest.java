package dev.mendgate.fixer.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.StaticJavaParser;
import dev.mendgate.fixer.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CluesTest {
  @Test
  void readsIndexAndLengthOfABoundsFailure() {
    Clues clues =
        clues("java.lang.ArrayIndexOutOfBoundsException", "Index 4 out of bounds for length 3");

    assertEquals(3, clues.messageLength());
    assertEquals(List.of(4, 3), clues.messageNumbers());
  }

  @Test
  void putsPrefixesOfTheCodeBeforeAQuotedText() {
    Clues clues =
        clues("java.lang.NumberFormatException", "For input string: \"80000000\" under radix 16");
    clues.mine(StaticJavaParser.parseExpression("s.startsWith(\"0x\")"));

    assertTrue(clues.messageStrings().containsAll(List.of("80000000", "0x80000000")));
  }

  @Test
  void knowsWhichElementAndWhichResultWasNull() {
    Clues element =
        clues(
            "java.lang.NullPointerException",
            "Cannot invoke \"X.f()\" because \"names[i]\" is null");
    Clues result =
        clues(
            "java.lang.NullPointerException",
            "Cannot invoke \"String.length()\" because the return value of \"a.B$C.name()\" is null");

    assertEquals(List.of("names[i]"), element.nullNames());
    assertTrue(element.nullElement());
    assertEquals(
        Optional.of(new Clues.NullResult(new TypeName("a", "B.C"), "name")), result.nullResult());
  }

  @Test
  void readsTheElementsOfAPrintedList() {
    Clues clues = clues("java.lang.IllegalStateException", "duplicate names: [A, , A]");

    assertEquals(List.of("A", "", "A"), clues.messageList());
  }

  private static Clues clues(String type, String message) {
    return new Clues(new Failure(type, message, List.of()));
  }
}
