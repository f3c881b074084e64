/** Who answers for a line: authors as their project names them, code owners, teams. */
@NullMarked
package dev.mendgate.gateway.source.ownership;

import org.jspecify.annotations.NullMarked;
