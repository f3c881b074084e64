package dev.mendgate.gateway.cli.demo;

import java.io.PrintWriter;

/** Prints what happens, for a person who watches. */
record Story(PrintWriter out) {
  void chapter(String title) {
    say("");
    say("== " + title);
  }

  void say(String text) {
    out.println(text);
    out.flush();
  }
}
