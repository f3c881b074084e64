package dev.mendgate.fixer.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import java.util.Optional;

/** Tells where people's comments stand, so that no patch deletes them. */
public final class Comments {
  private Comments() {}

  /** Returns whether a comment stands between a node's first and last character. */
  public static boolean within(Node node) {
    Optional<TokenRange> tokens = node.getTokenRange();
    if (tokens.isEmpty()) {
      return true;
    }
    for (JavaToken token : tokens.get()) {
      if (token.getCategory().isComment()) {
        return true;
      }
    }
    return false;
  }
}
