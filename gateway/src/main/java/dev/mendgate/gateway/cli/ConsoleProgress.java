package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.SuggestionListener;
import java.io.PrintWriter;
import java.util.List;

/** Tells on standard error what is going on, one line a step. */
final class ConsoleProgress implements SuggestionListener {
  private final PrintWriter err;

  ConsoleProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void located(Located located) {
    say("located " + located.best().path() + ":" + located.best().line());
  }

  @Override
  public synchronized void proposed(List<Candidate> candidates) {
    say(candidates.size() + (candidates.size() == 1 ? " candidate" : " candidates"));
  }

  @Override
  public synchronized void judged(Candidate candidate) {
    say(SuggestionsText.verdict(candidate) + ": " + candidate.fix().title());
  }

  @Override
  public synchronized void progress(String stage, String message, int done, int total) {
    if (stage.equals("validate")) {
      return;
    }
    say(stage + (total > 1 ? " " + done + "/" + total : "") + ": " + message);
  }

  private void say(String line) {
    err.println("mendgate: " + line);
    err.flush();
  }
}
