package dev.mendgate.gateway.web;

import java.io.IOException;

/** Understands what one kind of caller tells about a repository. */
@FunctionalInterface
interface Hook {
  /** Checks who calls before anything else, and says what came of it. */
  Answer receive(Delivery delivery) throws IOException;
}
