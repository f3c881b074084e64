/**
 * The four verbs, locate, propose, validate and rank, and the class that runs them in that order.
 */
@NullMarked
package dev.mendgate.gateway.suggest;

import org.jspecify.annotations.NullMarked;
