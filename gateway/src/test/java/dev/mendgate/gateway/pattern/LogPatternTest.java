package dev.mendgate.gateway.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogPatternTest {
  /** One line of the block in the specification. */
  record Vector(String kind, String input, String normalForm, String hash) {}

  static List<Vector> vectors() throws IOException {
    String page = Files.readString(Path.of("../docs/log-pattern-hash.md"));
    String block = page.substring(page.indexOf("```vectors\n") + 11, page.lastIndexOf("```"));
    return block.lines().map(LogPatternTest::vector).toList();
  }

  private static Vector vector(String line) {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    String strings = line.substring(first + 1, last).replace("\" \"", "\", \"");
    JsonArray both = JsonParser.parseString("[" + strings + "]").getAsJsonArray();
    return new Vector(
        line.substring(0, first),
        both.get(0).getAsString(),
        both.get(1).getAsString(),
        line.substring(last + 1));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agreesWithTheSpecification(Vector vector) {
    LogPattern pattern =
        vector.kind().equals("template")
            ? LogPattern.ofTemplate(vector.input())
            : LogPattern.ofMessage(vector.input());

    assertEquals(vector.normalForm(), pattern.normalForm());
    assertEquals(vector.hash(), pattern.hash());
  }

  @Test
  void withoutQuotesTheNormalFormOfANormalFormIsItself() {
    Random random = new Random(7);
    String alphabet = "ab1 .,:;=()[]{}<>*%s/@|\\-\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String once = NormalForm.of(text.toString());
      assertEquals(once, NormalForm.of(once), () -> "from " + text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer eyJhbGciOi",
        "password=hunter&x=y",
        "api_key: topsecret",
        "mail to topsecret@example.org",
        "card 4111 1111 1111 topsecret=1",
        "{\"token\":\"topsecret\"}",
        "Basic dXNlcjpwYXNz",
      })
  void secretsDoNotSurvive(String message) {
    String normalForm = LogPattern.ofMessage(message).normalForm();

    for (String secret :
        List.of("eyJhbGciOi", "hunter", "topsecret@", ":topsecret", "4111", "dXNl")) {
      assertFalse(normalForm.contains(secret), normalForm);
    }
  }

  @Test
  void hostileTextEndsSoon() {
    List<String> hostile =
        List.of(
            "'".repeat(1 << 20),
            "a'".repeat(1 << 20),
            "<*> ".repeat(1 << 20),
            "password=".repeat(1 << 18),
            "{{".repeat(1 << 20),
            "%".repeat(1 << 20));

    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () ->
            hostile.forEach(
                text -> assertTrue(ShortHash.isHash(LogPattern.ofTemplate(text).hash()))));
  }
}
