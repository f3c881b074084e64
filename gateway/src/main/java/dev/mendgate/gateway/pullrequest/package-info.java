/** Hands patches to people as draft pull requests. */
@NullMarked
package dev.mendgate.gateway.pullrequest;

import org.jspecify.annotations.NullMarked;
