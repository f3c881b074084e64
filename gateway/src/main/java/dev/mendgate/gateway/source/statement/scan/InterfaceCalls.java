package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises calls of message interfaces: {@code LOG.orderFailed(id)}. */
final class InterfaceCalls {
  private static final Pattern TYPES =
      Pattern.compile("\\w*(?:Log|Logger|Logging|Messages?|Bundle)");
  private static final Pattern FIELDS =
      Pattern.compile("\\w*(?:LOG|LOGGER|MESSAGES?|BUNDLE)|log|logger");

  private final FileScope scope;
  private final Loggers loggers;

  InterfaceCalls(FileScope scope, Loggers loggers) {
    this.scope = scope;
    this.loggers = loggers;
  }

  /** Returns whether others may call what a field of the type holds by the field's name. */
  static boolean mayHold(String type) {
    return TYPES.matcher(FileScope.simple(type)).matches();
  }

  /** Reads a call; null where it is none of a message interface. */
  Sink.@Nullable Call read(MethodCallExpr call) {
    Expression owner = call.getScope().orElse(null);
    List<String> owners = List.of();
    if (owner instanceof NameExpr name) {
      owners = ofName(name);
    } else if (owner instanceof FieldAccessExpr field) {
      owners = ofField(field);
    }
    return owners.isEmpty() ? null : new Sink.Call(owners, call.getNameAsString(), null);
  }

  private List<String> ofName(NameExpr name) {
    String type = loggers.typeOf(name);
    if (type != null) {
      return mayHold(type) ? scope.candidates(type, name) : List.of();
    }
    String field = name.getNameAsString();
    return FIELDS.matcher(field).matches()
        ? scope.owners(field, name).stream().map(owner -> owner + "." + field).toList()
        : List.of();
  }

  private List<String> ofField(FieldAccessExpr field) {
    String name = field.getNameAsString();
    String className = field.getScope().toString();
    if (!FIELDS.matcher(name).matches() && !mayHold(className)) {
      return List.of();
    }
    VariableDeclarator here =
        field.getScope().isThisExpr() ? scope.field(name, field) : scope.fieldOf(className, name);
    if (here != null) {
      return scope.candidates(here.getTypeAsString(), field);
    }
    return scope.candidates(className, field).stream().map(owner -> owner + "." + name).toList();
  }
}
