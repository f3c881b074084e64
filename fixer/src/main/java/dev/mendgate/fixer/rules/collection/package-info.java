/** Rules about what collections refuse: changes, null, duplicates, elements without an order. */
@NullMarked
package dev.mendgate.fixer.rules.collection;

import org.jspecify.annotations.NullMarked;
