/** Takes secrets and personal data out of texts before they are kept or shown. */
@NullMarked
package dev.mendgate.gateway.pattern.secret;

import org.jspecify.annotations.NullMarked;
