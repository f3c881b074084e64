/** Rules for calls that never come to an end. */
@NullMarked
package dev.mendgate.fixer.rules.recursion;

import org.jspecify.annotations.NullMarked;
