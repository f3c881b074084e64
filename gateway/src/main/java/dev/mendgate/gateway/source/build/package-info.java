/** What a commit's build files tell of its modules and of the packages they relocate. */
@NullMarked
package dev.mendgate.gateway.source.build;

import org.jspecify.annotations.NullMarked;
