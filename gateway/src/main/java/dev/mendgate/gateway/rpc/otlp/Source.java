package dev.mendgate.gateway.rpc.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.mendgate.v1.CodeReference;
import dev.mendgate.v1.FailureEvent;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.HexFormat;
import java.util.Set;

/**
 * What records have in common: names of attributes as the semantic conventions of OpenTelemetry
 * give them, older names included.
 */
final class Source {
  private static final int KEPT_ATTRIBUTES = 100;
  private static final long NANOS = 1_000_000_000L;

  static final String TYPE = "exception.type";
  static final String MESSAGE = "exception.message";
  static final String STACKTRACE = "exception.stacktrace";
  static final String[] TEMPLATE = {"log.body.template", "message_template"};
  private static final String THREAD = "thread.name";
  private static final String[] FILE = {"code.file.path", "code.filepath"};
  private static final String[] LINE = {"code.line.number", "code.lineno"};
  private static final String FUNCTION = "code.function.name";
  private static final String OLD_FUNCTION = "code.function";
  private static final String OLD_NAMESPACE = "code.namespace";
  private static final Set<String> READ =
      Set.of(
          TYPE,
          MESSAGE,
          STACKTRACE,
          TEMPLATE[0],
          TEMPLATE[1],
          THREAD,
          FILE[0],
          FILE[1],
          LINE[0],
          LINE[1],
          FUNCTION,
          OLD_FUNCTION,
          OLD_NAMESPACE);

  private Source() {}

  /** Returns an event that says where it comes from. */
  static FailureEvent of(Resource resource) {
    Attributes attributes = Attributes.of(resource.getAttributesList());
    return FailureEvent.newBuilder()
        .setService(attributes.text("service.name"))
        .setServiceVersion(attributes.text("service.version"))
        .setEnvironment(attributes.text("deployment.environment.name", "deployment.environment"))
        .setRevision(attributes.text("vcs.ref.head.revision"))
        .build();
  }

  /** Adds what the attributes of a record or span event say. */
  static void read(Attributes attributes, FailureEvent.Builder event) {
    event
        .setExceptionType(attributes.text(TYPE))
        .setExceptionMessage(attributes.text(MESSAGE))
        .setStackTrace(attributes.text(STACKTRACE))
        .setThread(attributes.text(THREAD))
        .putAllAttributes(attributes.except(READ, KEPT_ATTRIBUTES));
    CodeReference code =
        CodeReference.newBuilder()
            .setFilePath(attributes.text(FILE))
            .setFunctionName(function(attributes))
            .setLineNumber(attributes.line(LINE))
            .build();
    if (!code.equals(CodeReference.getDefaultInstance())) {
      event.setCode(code);
    }
  }

  private static String function(Attributes attributes) {
    String name = attributes.text(FUNCTION);
    if (!name.isEmpty()) {
      return name;
    }
    String method = attributes.text(OLD_FUNCTION);
    String type = attributes.text(OLD_NAMESPACE);
    return method.isEmpty() || type.isEmpty() ? type + method : type + "." + method;
  }

  /** Adds trace and span, unless they are the all-zero ones that mean none. */
  static void readIds(ByteString trace, ByteString span, FailureEvent.Builder event) {
    event.setTraceId(hex(trace, 16)).setSpanId(hex(span, 8));
  }

  private static String hex(ByteString id, int length) {
    boolean some = id.size() == length && !id.equals(ByteString.copyFrom(new byte[length]));
    return some ? HexFormat.of().formatHex(id.toByteArray()) : "";
  }

  /** Adds the time, where it is known; OTLP counts nanoseconds as an unsigned number. */
  static void readTime(long nanos, FailureEvent.Builder event) {
    if (nanos != 0) {
      event.setOccurredAt(
          Timestamp.newBuilder()
              .setSeconds(Long.divideUnsigned(nanos, NANOS))
              .setNanos((int) Long.remainderUnsigned(nanos, NANOS)));
    }
  }
}
