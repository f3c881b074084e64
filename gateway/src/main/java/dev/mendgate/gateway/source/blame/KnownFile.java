package dev.mendgate.gateway.source.blame;

/** A file whose blame is kept. */
public interface KnownFile {
  /** Returns its blame. */
  Runs runs();
}
