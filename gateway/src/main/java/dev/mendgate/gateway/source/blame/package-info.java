/**
 * Blame of a whole commit in one pass over its history, newest commit first, with git's answers;
 * and the index that keeps it.
 */
@NullMarked
package dev.mendgate.gateway.source.blame;

import org.jspecify.annotations.NullMarked;
