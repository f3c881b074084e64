package dev.mendgate.fixer.reproduce;

import dev.mendgate.fixer.Reproducer;
import java.util.List;
import java.util.Optional;

/**
 * What a reproducer is to do, before it is written as a file.
 *
 * @param target what it calls
 * @param label what is special about the call, capitalised words for the test's name
 * @param statements with marked type names, complete with semicolons; a fixture's keep the
 *     indentation they have
 * @param helpers methods beside the test that the statements call
 * @param fixture what they need of an existing test class
 * @param kind how it drives the code
 */
record Attempt(
    Target target,
    String label,
    List<String> statements,
    List<String> helpers,
    Optional<Fixture> fixture,
    Reproducer.Kind kind) {
  Attempt {
    statements = List.copyOf(statements);
    helpers = List.copyOf(helpers);
  }

  static Attempt call(Target target, String label, List<String> statements) {
    return new Attempt(
        target, label, statements, List.of(), Optional.empty(), Reproducer.Kind.CALL);
  }
}
