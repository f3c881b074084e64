package dev.mendgate.gateway.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one pass against the specification's steps taken one by one. */
final class MaskerTest {
  private static final int TEXTS = 50_000;

  private static final String CHARACTERS =
      "abzAZ019 \t\n\r\u000b.,;:=()[]{}<>*\"'`|!?/\\@+_-&%$#\0é\u00a0\u2003\ud83d\ude00";

  private static final List<String> PARTS =
      List.of(
          " ",
          " ",
          " ",
          ", ",
          ": ",
          ":",
          ";",
          "=",
          "= ",
          "\"",
          "'",
          "`",
          "<*>",
          "<*",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "&",
          "\"=",
          "\": \"",
          ".",
          "...",
          "!",
          "/",
          "\\",
          "/var/log",
          "a/b",
          "a/b/c",
          "x",
          "word",
          "Word",
          "root",
          "don't",
          "12",
          "1.5",
          "a1",
          "0x1f",
          "com.acme.A",
          "a@b",
          "true",
          "null",
          "Mon",
          "December",
          "NaN",
          "Infinity",
          "password",
          "PASSWD",
          "pwd",
          "secret",
          "client_secret",
          "client-secret",
          "token",
          "credentials",
          "Credential",
          "api-key",
          "apikey",
          "api_key",
          "access_key",
          "private-Key",
          "authorization",
          "Cookie",
          "session id",
          "session_id",
          "sessionid",
          "bearer ",
          "Basic ",
          "bearer",
          "basic",
          "abcdefgh",
          "deadbeef",
          "FEEDFACE",
          "facade",
          "deadBEEF",
          "abcdefghijklmnopqrstuvwxyzabcdefgh",
          "_",
          "-",
          "\0",
          "\t",
          "\n\n",
          "é",
          "ß",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00\ude00\ude00\ude00",
          "\u2003");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomCharactersHaveTheNormalFormOfTheSpecification(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      compare(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void randomMessagesHaveTheNormalFormOfTheSpecification(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(16); n > 0; n--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      compare(text.toString());
    }
  }

  @Test
  void longTextsAreCutAsTheSpecificationSays() {
    Random random = new Random(8);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 4_000 + random.nextInt(500)) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      compare(text.toString());
    }
    compare("\ud83d\ude00".repeat(4_095) + "1x tail");
  }

  @Test
  void oneMaskerServesTextsOfAllSizes() {
    Masker masker = new Masker();
    for (String text : List.of("a 1", "1(".repeat(2_000), "", "b 2", "password=x")) {
      masker.mask(text);
      assertEquals(ReferenceNormalForm.of(text), masker.toString());
      assertEquals(masker.toString(), new String(masker.chars(), 0, masker.length()));
    }
  }

  @Test
  void hostileTextCostsNoMoreThanOther() {
    List<String> hostile =
        List.of("'", "a'", "\"'`", "' \"", "<*>'", "password=", "bearer ", "token: \"", "=", "<");

    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () ->
            hostile.forEach(
                part -> {
                  String text = part.repeat(1 + 4_096 / part.length());
                  for (int i = 0; i < 1_000; i++) {
                    NormalForm.of(text);
                  }
                }));
  }

  private static void compare(String text) {
    assertEquals(ReferenceNormalForm.of(text), NormalForm.of(text), () -> "from " + text);
  }
}
