package dev.mendgate.fixer.reproduce;

import java.util.Optional;
import java.util.Set;

/**
 * Body of a test with several threads, in terms of a method {@code use(subject, thread)} beside it.
 *
 * @param subject declaration of a fresh instance, with {@code %s} for its name; empty where the
 *     state is static
 * @param name of the instance, or {@code round} where there is none
 * @param observed expression of a number that must not depend on the interleaving
 */
record StressText(Optional<String> subject, String name, Optional<String> observed) {
  /** Names the text declares, which the instance must not have. */
  static final Set<String> VARIABLES =
      Set.of(
          "deadline",
          "inSequence",
          "expected",
          "round",
          "failure",
          "start",
          "threads",
          "thread",
          "worker",
          "actual");

  private static final int THREADS = 4;

  String body() {
    StringBuilder out = new StringBuilder();
    out.append("long deadline = System.nanoTime() + 3_000_000_000L;\n");
    observed.ifPresent(number -> out.append(sequential(number)));
    out.append("for (int r = 1; r <= 300 && System.nanoTime() < deadline; r++) {\n");
    out.append("  ").append(fresh()).append('\n');
    if (subject.isEmpty()) {
      observed.ifPresent(n -> out.append("  long before = ").append(n).append(";\n"));
    }
    out.append(threads());
    observed.ifPresent(number -> out.append(comparison(number)));
    return out.append("}\n").toString();
  }

  private String fresh() {
    return subject.map(text -> text.replace("%s", name)).orElse("int round = r;");
  }

  private String sequential(String number) {
    String run = "for (int t = 0; t < " + THREADS + "; t++) {\n  use(%s, t);\n}\n";
    if (subject.isEmpty()) {
      return "long first = "
          + number
          + ";\n"
          + run.replace("%s", "0")
          + "long expected = "
          + number
          + " - first;\n";
    }
    String alone = "inSequence";
    return subject.get().replace("%s", alone)
        + "\n"
        + run.replace("%s", alone)
        + "long expected = "
        + number.replaceFirst("^" + name + "\\.", alone + ".")
        + ";\n";
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
                        use(@name@, thread);
                      } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                      }
                    });
            worker.setDaemon(true);
            worker.start();
            threads.add(worker);
          }
          for (Thread worker : threads) {
            worker.join(10_000);
            if (worker.isAlive()) {
              throw new AssertionError("a thread does not come to an end");
            }
          }
          if (failure.get() != null) {
            throw failure.get();
          }
        """
        .replace("@Failure@", TypeName.mark("java.util.concurrent.atomic.AtomicReference"))
        .replace("@Barrier@", TypeName.mark("java.util.concurrent.CyclicBarrier"))
        .replace("@List@", TypeName.mark("java.util.List"))
        .replace("@ArrayList@", TypeName.mark("java.util.ArrayList"))
        .replace("@name@", name);
  }

  private String comparison(String number) {
    String actual = subject.isEmpty() ? number + " - before" : number;
    return "  long actual = "
        + actual
        + ";\n"
        + "  if (actual != expected) {\n"
        + "    throw new AssertionError(\"updates were lost: \" + actual + \" instead of \" + expected);\n"
        + "  }\n";
  }
}
