package dev.mendgate.fixer.reproduce;

import java.util.Optional;
import java.util.Set;

/**
 * Body of a test with several threads, in terms of a method {@code use(subject, thread, calls)}
 * beside it.
 *
 * <p>Rounds start small, because a fresh collection breaks most easily while it grows, and double,
 * because on a busy machine short rounds do not overlap.
 *
 * @param subject declaration of a fresh instance, with {@code %s} for its name; empty where the
 *     state is static
 * @param name of the instance, or {@code round} where there is none
 * @param observed expression of a number that must not depend on the interleaving
 * @param exception type to wait for: other signs of the race are reported after the last round only
 * @param mostCalls calls of a thread in the largest round
 */
record StressText(
    Optional<String> subject,
    String name,
    Optional<String> observed,
    String exception,
    int mostCalls) {
  /** Names the text declares, which the instance must not have. */
  static final Set<String> VARIABLES =
      Set.of(
          "deadline",
          "inSequence",
          "expected",
          "round",
          "failure",
          "hangs",
          "start",
          "threads",
          "thread",
          "worker",
          "actual",
          "calls",
          "before",
          "first");

  // What is static keeps what all rounds put into it.
  private static final int STATIC_ROUNDS = 60;
  private static final int ROUNDS = 300;

  String body() {
    StringBuilder out = new StringBuilder();
    int rounds = subject.isPresent() ? ROUNDS : STATIC_ROUNDS;
    out.append("long deadline = System.nanoTime() + 3_000_000_000L;\n");
    out.append("Throwable other = null;\n");
    out.append("for (int r = 1; r <= " + rounds + " && System.nanoTime() < deadline; r++) {\n");
    out.append("  int calls = (int) Math.min(" + mostCalls + ", 100L << Math.min(20, r / 3));\n");
    observed.ifPresent(number -> out.append(sequential(number)));
    String fresh = subject.map(text -> text.replace("%s", name)).orElse("int round = r;");
    out.append(fresh.indent(2));
    if (subject.isEmpty()) {
      observed.ifPresent(number -> out.append("  long before = " + number + ";\n"));
    }
    out.append(threads());
    observed.ifPresent(number -> out.append(comparison(number)));
    out.append("}\nif (other != null) {\n  throw other;\n}\n");
    return out.toString();
  }

  private String sequential(String number) {
    String run = "  for (int t = 0; t < 4; t++) {\n    use(%s, t, calls);\n  }\n";
    if (subject.isEmpty()) {
      return ("  long first = " + number + ";\n")
          + run.replace("%s", "-r")
          + ("  long expected = " + number + " - first;\n");
    }
    String alone = "inSequence";
    String observedAlone = alone + number.substring(name.length());
    return subject.get().replace("%s", alone).indent(2)
        + run.replace("%s", alone)
        + ("  long expected = " + observedAlone + ";\n");
  }

  private String threads() {
    return """
          @Failure@<Throwable> failure = new @Failure@<>();
          @Barrier@ start = new @Barrier@(4);
          @List@<Thread> threads = new @ArrayList@<>();
          for (int t = 0; t < 4; t++) {
            int thread = t;
            Thread worker =
                new Thread(
                    () -> {
                      try {
                        start.await();
                        use(@name@, thread, calls);
                      } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                      }
                    });
            worker.setDaemon(true);
            worker.start();
            threads.add(worker);
          }
          boolean hangs = false;
          for (Thread worker : threads) {
            worker.join(hangs ? 1 : 10_000);
            hangs |= worker.isAlive();
          }
          if (failure.get() instanceof @exception@) {
            throw failure.get();
          }
          if (hangs) {
            throw new AssertionError("a thread does not come to an end");
          }
          other = failure.get() == null ? other : failure.get();
        """
        .replace("@Failure@", TypeName.mark("java.util.concurrent.atomic.AtomicReference"))
        .replace("@Barrier@", TypeName.mark("java.util.concurrent.CyclicBarrier"))
        .replace("@List@", TypeName.mark("java.util.List"))
        .replace("@ArrayList@", TypeName.mark("java.util.ArrayList"))
        .replace("@exception@", exception)
        .replace("@name@", name);
  }

  private String comparison(String number) {
    String actual = subject.isEmpty() ? number + " - before" : number;
    String text = "\"updates were lost: \" + actual + \" instead of \" + expected";
    return ("  long actual = " + actual + ";\n")
        + "  if (actual != expected && failure.get() == null) {\n"
        + ("    other = new AssertionError(" + text + ");\n")
        + "  }\n";
  }
}
