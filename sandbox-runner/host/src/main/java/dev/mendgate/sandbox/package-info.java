/**
 * Proves or rejects a patch: compiles it beside a prepared build and runs tests in isolated JVMs.
 */
@NullMarked
package dev.mendgate.sandbox;

import org.jspecify.annotations.NullMarked;
