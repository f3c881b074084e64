/** Immutable text edits on original source, and the unified diffs they amount to. */
@NullMarked
package dev.mendgate.fixer.edit;

import org.jspecify.annotations.NullMarked;
