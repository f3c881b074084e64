/**
 * A line diff that gives the edits git gives by default: E. W. Myers, "An O(ND) difference
 * algorithm and its variations" (1986), in its linear-space form, with git's cut-offs for costly
 * inputs and its choice among equally short answers.
 */
@NullMarked
package dev.mendgate.gateway.source.diff;

import org.jspecify.annotations.NullMarked;
