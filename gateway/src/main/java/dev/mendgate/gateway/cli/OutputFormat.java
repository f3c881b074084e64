package dev.mendgate.gateway.cli;

/** What a command prints for: people or programs. */
enum OutputFormat {
  TEXT,
  JSON
}
