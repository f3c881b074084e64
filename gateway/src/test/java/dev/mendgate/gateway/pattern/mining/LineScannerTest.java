package dev.mendgate.gateway.pattern.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineScannerTest {
  private final LineScanner scanner = new LineScanner();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "took 17 ms, of 3 s -> took <*> ms, of <*> s",
        "took 17ms or -4.5e or +3% -> took <*> or <*> or <*>",
        "at 0x7fff5fbff8e0 and deadbeef01 -> at <*> and <*>",
        "id 54fadb41-2c4e-40cd-baed-9335e4c35a9e gone -> id <*> gone",
        "from 10.2.3.4:8080 to db.example.org:5432 -> from <*> to <*>",
        "bssid 5c:50:15:4c:18:13 or fe80::1 or ::1 up -> bssid <*> or <*> or <*> up",
        "a:b:c stays and onEvent::run too -> a:b:c stays and onEvent::run too",
        "open /var/log/app.log and C:\\temp\\x.txt now -> open <*> and C:<*> now",
        "GET /v2/items?all=True&since=9 done -> GET <*> done",
        "see https://example.org/a,b;c=d (there) -> see <*> (there)",
        "mail jane@example.org here -> mail <*> here",
        "on Sun Jul 10 03:55:15 2005 -> on <*>",
        "disk1 disk2 disk3 full -> disk1 disk2 disk3 full",
        "sent 2048 bytes (2.00 KB) now -> sent <*> bytes now",
        "lifetime <1 sec -> lifetime <*>",
        "depth..........5 of icbi.... -> depth..........<*> of icbi....",
        "state is true for eth0. -> state is true for eth0.",
        "token Zm9vYmFyQUJDREVGR0hJSktMTU5PUFFSU1RV ok -> token <*> ok",
        "org.example.VeryLongNameOfSomethingElseEntirely ok"
            + " -> org.example.VeryLongNameOfSomethingElseEntirely ok",
        "node <*> and x<*>y left -> node <*> and <*> left",
        "1, 2, 3 and x -> <*> and x",
        "größe 100% of wörter -> größe <*> of wörter"
      })
  void masksWhatLooksLikeAValue(String message, String expected) {
    assertEquals(expected, text(message));
  }

  @Test
  void makesOneSpaceOfAllWhiteSpace() {
    assertEquals("a b c", text("  a\t\tb\n c \r\n"));
    assertEquals("", text(" \n"));
  }

  @Test
  void takesAnEnumerationForOneWord() {
    assertEquals(3, scanner.scan("disk1 disk2 full").form().size());
    assertEquals(5, scanner.scan("disk1 tape2 full").form().size());
  }

  @Test
  void takesTheRestOfAnEndlessLineForOneValue() {
    assertTrue(text("a ".repeat(1_000)).endsWith(" <*>"));
    assertTrue(text("x".repeat(100_000)).length() <= LineScanner.MAX_LENGTH);
  }

  @Test
  void readsItsOwnTextAsTheSameForm() {
    Random random = new Random(4);
    String[] parts = {
      "a",
      "bc",
      "eth0",
      "10.1.2.3",
      ":",
      "::",
      "=",
      " ",
      " ",
      " ",
      ",",
      "(",
      ")",
      "<",
      ">",
      "<*>",
      "..",
      ".",
      "!",
      "?",
      "/",
      "/a/b",
      "@",
      "17",
      "ms",
      "KB",
      "Jul",
      "ff",
      "'",
      "\"",
      "#",
      "-",
      "%",
      "a.b",
      "é"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int j = random.nextInt(14); j >= 0; j--) {
        line.append(parts[random.nextInt(parts.length)]);
      }
      String once = text(line.toString());
      assertEquals(once, text(once), line.toString());
    }
  }

  private String text(String message) {
    return scanner.scan(message).form().text();
  }
}
