package dev.mendgate.gateway.ingest;

import dev.mendgate.gateway.pattern.LogPattern;

/** Learns the templates of messages that no statement explains. Safe for concurrent use. */
public interface TemplateMiner {
  /** Learns nothing: a message's pattern is its normal form. */
  TemplateMiner NONE =
      new TemplateMiner() {
        @Override
        public LogPattern learn(String message) {
          return LogPattern.ofMessage(message);
        }

        @Override
        public void onReplaced(Replaced listener) {}
      };

  /** Hears of templates that had to change. */
  @FunctionalInterface
  interface Replaced {
    /** The pattern of the first hash has the second one from now on. */
    void replaced(String oldHash, String newHash);
  }

  /** Returns the pattern of a message, which may change what is known. */
  LogPattern learn(String message);

  /** Names who is told of every hash that is replaced, before {@link #learn} returns. */
  void onReplaced(Replaced listener);
}
