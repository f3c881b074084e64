/** Tests that run inside the worker: well-behaved ones and hostile ones. */
@NullMarked
package dev.mendgate.sandbox.run.inmates;

import org.jspecify.annotations.NullMarked;
