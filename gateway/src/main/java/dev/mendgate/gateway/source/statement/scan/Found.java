package dev.mendgate.gateway.source.statement.scan;

import java.util.List;
import java.util.Map;

/**
 * A call that logs or throws a text, or may do so once other files are known.
 *
 * @param argumentCount of the call
 * @param texts messages of those of its arguments that may be text, by index from 0
 * @param className binary name of the enclosing named class
 * @param method name as in a stack trace
 * @param arity number of parameters of the method around it; -1 where no caller is to be looked for
 * @param varargs whether the last of these parameters takes any number
 */
public record Found(
    Sink sink,
    int argumentCount,
    Map<Integer, List<Message>> texts,
    int firstLine,
    int lastLine,
    String className,
    String method,
    int arity,
    boolean varargs) {
  public Found {
    texts = Map.copyOf(texts);
  }

  /** Returns whether callers of the method around it decide what it says. */
  public boolean passesOn() {
    return arity > 0
        && texts.values().stream().flatMap(List::stream).anyMatch(Message::hasParameter);
  }
}
