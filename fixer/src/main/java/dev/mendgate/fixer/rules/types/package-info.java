/** Rules for objects of another class than the code takes them for. */
@NullMarked
package dev.mendgate.fixer.rules.types;

import org.jspecify.annotations.NullMarked;
