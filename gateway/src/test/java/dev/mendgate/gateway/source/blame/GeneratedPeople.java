package dev.mendgate.gateway.source.blame;

import java.util.List;
import java.util.Random;

/** Who wrote a generated commit and when; some are known by several names. */
final class GeneratedPeople {
  private static final List<String> PEOPLE =
      List.of(
          "Ada Writer <ada@example.org>",
          "ada writer <ADA@example.org>",
          "A. Writer <ada@old.example.org>",
          "Cy Merger <cy@example.org>",
          "\u00dcmit \u017b\u00f3\u0142\u0107 <umit@example.org>",
          "root <root@localhost>",
          "Nobody <>",
          "O'Neil \"Q\" (x) <o'neil+tag@example.org>",
          "<only@example.org>");

  private static final List<String> MAPPINGS =
      List.of(
          "Ada Lovelace <ada@example.org>",
          "Ada Lovelace <ada@example.org> <ada@old.example.org>",
          "<ada@new.example.org> <ada@example.org>",
          "Cy Young <cy@new.example.org> cy merger <CY@example.org>",
          "Umit <umit@example.org> # a comment",
          "  # a comment alone",
          "Root Of All <root@example.org> <root@localhost>",
          "Someone <someone@example.org> Nobody <>",
          "<nobody@example.org> <>",
          "Only One <only@example.org>",
          "no mail here",
          "Two <two@example.org> Three <o'neil+tag@example.org>");

  private GeneratedPeople() {}

  static String any(Random random) {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  /** Returns lines for a {@code .mailmap}, with their endings. */
  static List<String> mailmap(Random random) {
    return random
        .ints(random.nextInt(10), 0, MAPPINGS.size())
        .mapToObj(i -> MAPPINGS.get(i) + (random.nextInt(4) == 0 ? "\r\n" : "\n"))
        .toList();
  }
}
