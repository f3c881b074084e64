package dev.mendgate.gateway.source.statement;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Formats statements with random arguments of the kinds that real programs log. */
final class Arguments {
  private static final String[] WORDS = {
    "primary", "worker", "default", "LEADER", "READ_COMMITTED", "orders", "admin", "Bob Miller", "true", "null", ""
  };

  private final Random random;

  Arguments(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String format(Statement statement) {
    List<String> literals = statement.literals();
    StringBuilder message = new StringBuilder(literals.get(0));
    for (String literal : literals.subList(1, literals.size())) {
      message.append(next()).append(literal);
    }
    return message.toString();
  }

  /** As {@link #format(Statement)}, with arguments that quote another statement's text too. */
  String format(Statement statement, Statement other) {
    List<String> literals = statement.literals();
    StringBuilder message = new StringBuilder(literals.get(0));
    for (String literal : literals.subList(1, literals.size())) {
      message.append(odd(other)).append(literal);
    }
    return message.toString();
  }

  private String odd(Statement other) {
    return switch (random.nextInt(8)) {
      case 0 -> other.literals().get(random.nextInt(other.literals().size()));
      case 1 -> "\"quoted 'text'\" with spaces";
      case 2 -> "\u00e4\n\t\u6f22\ud83d\ude00 it's";
      case 3 -> "";
      default -> next();
    };
  }

  private String next() {
    return switch (random.nextInt(12)) {
      case 0 -> String.valueOf(random.nextInt(100));
      case 1 -> String.valueOf(random.nextLong());
      case 2 -> host();
      case 3 -> "/var/lib/data/segment-" + random.nextInt(1_000) + "/00000" + random.nextInt(99_999) + ".log";
      case 4 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 5 -> "java.io.IOException: Connection to " + host() + " was closed before the response was read";
      case 6 -> "[" + host() + ", " + host() + ", " + host() + "]";
      case 7 -> "{id=" + random.nextInt(1_000) + ", state=RUNNING, leader=" + host() + ", epoch=" + random.nextInt(9) + "}";
      case 8 -> "org.example.service.handlers.Handler" + random.nextInt(100);
      case 9 -> "topic-" + random.nextInt(500) + "-" + random.nextInt(32);
      case 10 -> random.nextInt(9_999) + " ms";
      default -> WORDS[random.nextInt(WORDS.length)];
    };
  }

  private String host() {
    return "broker-" + random.nextInt(50) + ".eu.example.org:" + (1_024 + random.nextInt(60_000));
  }
}
