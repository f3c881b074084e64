package dev.mendgate.fixer.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import java.util.Optional;
import java.util.function.Function;

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

  /** Returns whether a comment stands right before a node or behind it in its last line. */
  public static boolean about(Node node) {
    return node.getTokenRange()
        .map(
            tokens ->
                isComment(tokens.getBegin().getPreviousToken(), JavaToken::getPreviousToken, true)
                    || isComment(tokens.getEnd().getNextToken(), JavaToken::getNextToken, false))
        .orElse(true);
  }

  private static boolean isComment(
      Optional<JavaToken> first, Function<JavaToken, Optional<JavaToken>> next, boolean lines) {
    Optional<JavaToken> token = first;
    while (token
        .map(JavaToken::getCategory)
        .filter(JavaToken.Category::isWhitespaceOrComment)
        .filter(found -> !found.isComment())
        .filter(found -> lines || !found.isEndOfLine())
        .isPresent()) {
      token = token.flatMap(next);
    }
    return token.filter(found -> found.getCategory().isComment()).isPresent();
  }
}
