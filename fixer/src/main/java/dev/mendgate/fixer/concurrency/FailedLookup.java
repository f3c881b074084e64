package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Dereference;
import dev.mendgate.fixer.analysis.Dereferences;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.NullMessage;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.map.MapCall;
import java.util.List;
import java.util.Optional;

/**
 * A {@code map.get(key)} at the site whose null was dereferenced or unboxed.
 *
 * @param lookup the call
 * @param named whether the failure's message names it; else it is one of several that fit
 */
record FailedLookup(MapCall lookup, boolean named) {

  /** Finds a lookup in the field that agrees with what the failure tells. */
  static Optional<FailedLookup> at(RuleContext context, Target target) {
    String text = context.failure().message();
    Optional<NullMessage> message = NullMessage.parse(text);
    boolean here = context.failure().frames().indexOf(context.site().frame()) == 0;
    if (!here
        || !context.failure().simpleType().equals("NullPointerException")
        || (text != null && message.isEmpty())) {
      return Optional.empty();
    }
    Dereferences dereferences = new Dereferences(ExpressionTypes.of(context));
    List<Node> nodes = SiteCode.at(context.site(), context.file()).nodes();
    return nodes.stream()
        .flatMap(node -> dereferences.of(node).stream())
        .filter(found -> message.map(told -> agrees(told, found)).orElse(true))
        .filter(found -> found.subject() instanceof MethodCallExpr)
        .flatMap(found -> target.call(found.subject(), "get", 1).stream())
        .findFirst()
        .map(found -> new FailedLookup(found, message.isPresent()));
  }

  private static boolean agrees(NullMessage told, Dereference found) {
    boolean sameMember =
        told.member() == null || found.member() == null || told.member().equals(found.member());
    return told.use() == found.use()
        && sameMember
        && (told.subject() == null || (told.returned() && told.subject().equals("get")));
  }
}
