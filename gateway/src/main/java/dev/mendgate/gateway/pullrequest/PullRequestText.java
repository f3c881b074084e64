package dev.mendgate.gateway.pullrequest;

import dev.mendgate.fixer.Reproducer;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.ownership.Owner;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.Location;
import dev.mendgate.sandbox.Validation;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Says in a pull request what a reviewer has to know: what broke and where, why the patch is right,
 * what it changes in behaviour, and what proves it.
 *
 * @param title one line, fit for a commit's subject
 * @param body Markdown
 */
public record PullRequestText(String title, String body) {
  private static final int MAX_TITLE = 72;
  private static final int MAX_FRAMES = 8;
  private static final int MAX_JVM_MESSAGE = 500;

  private static final Pattern MAIL = Pattern.compile(" ?<[^<>]*>$");

  // Messages of the JVM's own checks hold names from the source and numbers, never a user's data.
  private static final Pattern JVM_MESSAGE =
      Pattern.compile(
          "Cannot [a-z/ ]+ (\"[\\w.$<>\\[\\](), ]+\" )?because \"?[\\w.$<>\\[\\]() ]*\"?[\\w.$<>\\[\\](), \"]* is null"
              + "|Index -?\\d+ out of bounds for length \\d+|/ by zero");

  /**
   * Writes the text.
   *
   * @param mask takes secrets and personal data out of text that came with the failure
   */
  static PullRequestText of(Located located, Candidate candidate, UnaryOperator<String> mask) {
    StringBuilder body = new StringBuilder();
    failure(body, located, mask);
    body.append("\n## Why this change\n\n").append(candidate.fix().rationale()).append("\n\n");
    body.append("Rule `").append(candidate.fix().rule()).append("`, risk ");
    body.append(candidate.fix().risk().name().toLowerCase(Locale.ROOT)).append(".\n");
    proof(body, candidate);
    return new PullRequestText(shortened(candidate.fix().title()), body.toString());
  }

  /** Returns the commit message: title, blank line, body. */
  String commitMessage() {
    return title + "\n\n" + body;
  }

  private static void failure(StringBuilder body, Located located, UnaryOperator<String> mask) {
    Location at = located.best();
    body.append("## What broke\n\n```\n").append(located.failure().exceptionType());
    String message = located.failure().message();
    if (message != null) {
      body.append(": ").append(fenced(isJvmMessage(message) ? message : mask.apply(message)));
    }
    located.failure().frames().stream()
        .limit(MAX_FRAMES)
        .forEach(
            f ->
                body.append("\n\tat ")
                    .append(fenced(f.className() + "." + f.method()))
                    .append('(')
                    .append(fenced(f.file() + ":" + f.line()))
                    .append(')'));
    body.append("\n```\n\n`").append(at.path()).append(':').append(at.line()).append('`');
    BlamedLine blame = at.blame();
    if (blame != null) {
      body.append(", last changed in ").append(blame.commit(), 0, 12);
      body.append(" (").append(inline(blame.summary())).append(") by ");
      body.append(inline(blame.authorName())).append('.');
    }
    body.append('\n');
    reviewer(body, at.owner());
  }

  /** Mentions those whom CODEOWNERS names, as the forge would; names nobody else's address. */
  private static void reviewer(StringBuilder body, Owner owner) {
    if (owner.names().isEmpty()) {
      return;
    }
    body.append("\nReviewer: ");
    switch (owner.kind()) {
      case CODE_OWNERS -> body.append(String.join(" ", owner.names()));
      case AUTHOR -> body.append(inline(MAIL.matcher(owner.names().get(0)).replaceFirst("")));
      default -> body.append(inline(String.join(", ", owner.names())));
    }
    body.append(" (").append(inline(owner.reason())).append(')');
    owner.responds().ifPresent(time -> body.append(", answers within ").append(time));
    if (owner.contact() != null) {
      body.append(", at ").append(inline(owner.contact()));
    }
    body.append(".\n");
  }

  private static void proof(StringBuilder body, Candidate candidate) {
    body.append("\n## Proof\n\n");
    Validation validation = candidate.validation();
    if (validation == null) {
      body.append("Not put to the proof: review it as you would any other suggestion.\n");
      return;
    }
    body.append("**").append(validation.verdict()).append("**: ").append(validation.summary());
    body.append("\n\n- Tests run on the patched code: ").append(validation.testsRun());
    body.append("; failing before ").append(validation.failedBefore());
    body.append(", after ").append(validation.failedAfter());
    List<String> newlyFailing = validation.newlyFailing();
    body.append(newlyFailing.isEmpty() ? ", none newly.\n" : ", newly: " + newlyFailing + "\n");
    if (validation.changedLineCoverage() >= 0) {
      body.append(
          String.format(
              Locale.ROOT,
              "- Changed lines reached by them: %.0f %%.%n",
              100 * validation.changedLineCoverage()));
    }
    Reproducer reproducer = candidate.reproducer();
    if (validation.reproducer() == Validation.ReproducerStatus.FAILS_BEFORE_PASSES_AFTER
        && reproducer != null) {
      body.append("- `").append(reproducer.path());
      body.append("`, part of this branch, fails with the same exception without the patch and");
      body.append(" passes with it.\n");
    }
    body.append("- Isolation of the runs: ").append(validation.isolation()).append(".\n");
  }

  private static String shortened(String title) {
    String line = title.lines().findFirst().orElse("").strip();
    return line.length() <= MAX_TITLE ? line : line.substring(0, MAX_TITLE - 3) + "...";
  }

  private static boolean isJvmMessage(String message) {
    return message.length() <= MAX_JVM_MESSAGE && JVM_MESSAGE.matcher(message).matches();
  }

  /** Keeps text that came from outside from ending a code block. */
  private static String fenced(String text) {
    return text.replace("```", "'''").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }

  /** Keeps text that came from outside from being read as Markdown, HTML or a mention. */
  private static String inline(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\`*_\\[\\]<>#@!|])", "\\\\$1");
  }
}
