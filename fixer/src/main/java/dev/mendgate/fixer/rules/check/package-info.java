/** Rules for exceptions that the project throws on purpose: checks too strict, or missing. */
@NullMarked
package dev.mendgate.fixer.rules.check;

import org.jspecify.annotations.NullMarked;
