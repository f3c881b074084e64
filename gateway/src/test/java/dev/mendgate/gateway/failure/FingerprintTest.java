package dev.mendgate.gateway.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonParser;
import dev.mendgate.gateway.pattern.ShortHash;
import dev.mendgate.v1.FailureEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
  private static final String BOOK =
      """
      java.lang.IllegalStateException: outer
      	at a.b.Main.main(Main.java:3)
      Caused by: java.lang.NullPointerException: x is null
      	at java.base/java.util.Objects.requireNonNull(Objects.java:233)
      	at a.b.Svc.book(Svc.java:12)
      	at a.b.Svc.book(Svc.java:14)
      	at a.b.Svc.lambda$all$0(Svc.java:20)
      	at a.b.Svc$$Lambda$14/0x0000000800066840.run(Unknown Source)
      	at a.b.Svc$1.run(Svc.java:30)
      	... 1 more
      """;

  /** Keys of the specification, in order. */
  private static List<String> vectors() throws IOException {
    String page = Files.readString(Path.of("../docs/fingerprint.md"));
    String block = page.substring(page.indexOf("```vectors\n") + 11, page.lastIndexOf("```"));
    return block.lines().map(FingerprintTest::fingerprint).toList();
  }

  private static String fingerprint(String line) {
    String key = JsonParser.parseString(line.substring(17)).getAsString();
    assertEquals(line.substring(0, 16), ShortHash.of(key));
    return line.substring(0, 16);
  }

  @Test
  void agreesWithTheSpecification() throws IOException {
    String overflow =
        "java.lang.StackOverflowError\n"
            + "\tat a.Tree.right(T.java:1)\n\tat a.Tree.left(T.java:2)\n".repeat(512);
    String platform =
        "java.lang.NumberFormatException: x\n\tat java.lang.Integer.parseInt(Integer.java:1)\n"
            + "\tat java.lang.Thread.run(Thread.java:1)\n";
    FailureEvent logged =
        FailureEvent.newBuilder().setLogger("a.b.Svc").setLogMessage("Cannot book 42").build();

    assertEquals(vectors(), List.of(of(BOOK), of(overflow), of(platform), Fingerprint.of(logged)));
  }

  @Test
  void staysWhereLinesNumbersAndMessagesChange() {
    String changed =
        BOOK.replace("java:12", "java:99")
            .replace("x is null", "y is null")
            .replace("lambda$all$0", "lambda$all$7")
            .replace("Svc$1", "Svc$2")
            .replace("Lambda$14", "Lambda$99");

    assertEquals(of(BOOK), of(changed));
  }

  @Test
  void differsWhereTheProblemDoes() {
    assertNotEquals(of(BOOK), of(BOOK.replace("Svc.book", "Svc.cancel")));
    assertNotEquals(of(BOOK), of(BOOK.replace("NullPointer", "ClassCast")));
  }

  @Test
  void aMessageCountsByItsTemplate() {
    FailureEvent.Builder event = FailureEvent.newBuilder().setLogMessage("order 7 failed");
    String first = Fingerprint.of(event.build());

    assertEquals(first, Fingerprint.of(event.setLogMessage("order 8 failed").build()));
    assertEquals(
        first, Fingerprint.of(event.clearLogMessage().setLogTemplate("order {} failed").build()));
    assertNotEquals(first, Fingerprint.of(event.setLogTemplate("order {} lost").build()));
  }

  private static String of(String trace) {
    return Fingerprint.of(FailureEvent.newBuilder().setStackTrace(trace).build());
  }
}
