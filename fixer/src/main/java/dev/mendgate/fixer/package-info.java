/**
 * Turns a source tree and a failure into candidate fixes and reproducers; pure: no network, no git,
 * no processes.
 */
@NullMarked
package dev.mendgate.fixer;

import org.jspecify.annotations.NullMarked;
