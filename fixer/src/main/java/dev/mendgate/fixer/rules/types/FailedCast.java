package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.CastMessage;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the casts of a site's line that can have thrown its ClassCastException. */
final class FailedCast {
  private FailedCast() {}

  /** Returns casts to the class that the message names, most likely first. */
  static List<CastExpr> at(RuleContext context) {
    int frame = context.failure().frames().indexOf(context.site().frame());
    if (!context.failure().simpleType().equals("ClassCastException") || frame > 0) {
      return List.of();
    }
    Optional<CastMessage> message = CastMessage.parse(context.failure().message());
    return SiteCode.at(context.site(), context.file()).nodes(CastExpr.class).stream()
        .filter(cast -> cast.getType().isReferenceType())
        .filter(cast -> message.isEmpty() || wants(cast, message.get()))
        .toList();
  }

  private static boolean wants(CastExpr cast, CastMessage message) {
    String type = Types.erase(cast.getTypeAsString());
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return simple.equals(message.wantedSimpleName()) || isArrayOf(simple, message.wanted());
  }

  private static boolean isArrayOf(String source, String binary) {
    return source.endsWith("[]")
        && binary.startsWith("[L")
        && binary.endsWith(source.substring(0, source.length() - 2) + ";");
  }

  /** Whether the cast stands under a check of its operand for one of these types already. */
  static boolean isChecked(CastExpr cast, Set<String> types) {
    String subject = cast.getExpression().toString();
    return Enclosing.boundary(cast).stream()
        .flatMap(body -> body.findAll(InstanceOfExpr.class).stream())
        .filter(check -> check.getExpression().toString().equals(subject))
        .anyMatch(check -> types.contains(Types.erase(check.getTypeAsString())));
  }

  static boolean isList(Node parent) {
    return parent instanceof BlockStmt || parent instanceof SwitchEntry;
  }
}
