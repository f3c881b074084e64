/**
 * The commits of a repository and what each changed, read once and kept: blame, line mapping and
 * the question who touched a method walk these numbers instead of git's trees.
 */
@NullMarked
package dev.mendgate.gateway.source.history;

import org.jspecify.annotations.NullMarked;
