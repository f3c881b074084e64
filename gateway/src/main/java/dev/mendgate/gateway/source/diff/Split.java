package dev.mendgate.gateway.source.diff;

/**
 * A point both halves of the search meet at.
 *
 * @param a index among the kept lines of the old text
 * @param b index among the kept lines of the new text
 * @param lowMinimal whether the part before it is to be searched to the end, without cut-offs
 * @param highMinimal the same for the part behind it
 */
record Split(int a, int b, boolean lowMinimal, boolean highMinimal) {}
