package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Text;

/** A file of a parent that may have lines of a version. */
record Origin(int commit, int path, int entry, Text text) {}
