package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads methods of JBoss Logging's message interfaces, whose annotations say what they log or which
 * message the exception has that they return.
 */
final class MessageInterfaces {
  /** What such a method does. */
  record Declared(Sink sink, List<Message> messages) {}

  private static final int ID_DIGITS = 6;

  private final FileScope scope;
  private final MessageReader messages;

  MessageInterfaces(FileScope scope, MessageReader messages) {
    this.scope = scope;
    this.messages = messages;
  }

  /** Returns what a method does; null where it has no such annotation. */
  @Nullable Declared read(MethodDeclaration method) {
    AnnotationExpr log = method.getAnnotationByName("LogMessage").orElse(null);
    AnnotationExpr message = method.getAnnotationByName("Message").orElse(log);
    Expression value = message == null ? null : value(message, "value");
    if (message == null || value == null) {
      return null;
    }
    String type = method.getTypeAsString();
    if (log == null && !Types.isException(type)) {
      return null;
    }
    List<Message> text =
        Message.join(
            List.of(Message.text(prefix(method, message))),
            messages.readWhole(value).stream().map(m -> m.in(dialect(message))).toList());
    Sink sink =
        log == null
            ? new Sink.Throw(List.of(), scope.reportedName(type), true, Dialect.PLAIN)
            : new Sink.Log(level(log), Dialect.PLAIN);
    return new Declared(sink, text);
  }

  private static Dialect dialect(AnnotationExpr message) {
    Expression format = value(message, "format");
    String name = format == null ? "" : FileScope.simple(format.toString());
    return switch (name) {
      case "MESSAGE_FORMAT" -> Dialect.MESSAGE_FORMAT;
      case "NO_FORMAT" -> Dialect.PLAIN;
      default -> isOwn(message) ? Dialect.BRACES : Dialect.PRINTF;
    };
  }

  /** Returns whether the annotation is one that SLF4J writes, not JBoss Logging's. */
  private static boolean isOwn(AnnotationExpr message) {
    return message
        .findAncestor(TypeDeclaration.class)
        .map(type -> type.isAnnotationPresent("LogBundle"))
        .orElse(false);
  }

  private static String level(AnnotationExpr log) {
    Expression level = value(log, "level");
    return level == null ? "INFO" : FileScope.simple(level.toString());
  }

  /** Returns {@code CODE000042: }, the default being no code, six digits and no id. */
  private static String prefix(MethodDeclaration method, AnnotationExpr message) {
    Expression id = value(message, "id");
    TypeDeclaration<?> type = FileScope.around(method).get(0);
    AnnotationExpr bundle =
        type.getAnnotationByName("MessageLogger")
            .or(() -> type.getAnnotationByName("MessageBundle"))
            .or(() -> type.getAnnotationByName("LogBundle"))
            .orElse(null);
    Expression code = bundle == null ? null : value(bundle, "projectCode");
    if (id == null || !id.isIntegerLiteralExpr() || bundle == null) {
      return "";
    }
    Expression length = value(bundle, "length");
    int digits =
        length != null && length.toString().matches("\\d")
            ? Integer.parseInt(length.toString())
            : ID_DIGITS;
    String number = id.toString();
    String padded = "0".repeat(Math.max(0, digits - number.length())) + number;
    String project =
        code != null && code.isStringLiteralExpr() ? code.asStringLiteralExpr().asString() : "";
    return project + padded + ": ";
  }

  private static @Nullable Expression value(AnnotationExpr annotation, String name) {
    if (annotation instanceof SingleMemberAnnotationExpr single && name.equals("value")) {
      return single.getMemberValue();
    }
    if (annotation instanceof NormalAnnotationExpr normal) {
      return normal.getPairs().stream()
          .filter(pair -> pair.getNameAsString().equals(name))
          .map(MemberValuePair::getValue)
          .findFirst()
          .orElse(null);
    }
    return null;
  }
}
