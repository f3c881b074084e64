package dev.mendgate.gateway.source.blame;

/** A file whose blame is kept. */
public interface KnownFile {
  /** Says whether it is text; what is none has no runs. */
  boolean isText();

  /** Returns its blame. */
  Runs runs();
}
