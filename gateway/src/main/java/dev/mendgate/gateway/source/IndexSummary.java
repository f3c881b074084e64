package dev.mendgate.gateway.source;

/**
 * What an index holds.
 *
 * @param commit full id of the indexed commit
 * @param files number of files
 * @param lines number of lines
 * @param reused whether it was there already
 */
public record IndexSummary(String commit, int files, long lines, boolean reused) {}
