package dev.mendgate.gateway.rpc.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The message of a log record: its body, or what OpenTelemetry's appenders write instead of one.
 *
 * <p>The Log4j appender writes the entries of a map message as attributes, and a body only where
 * one of them is called "message". With a template and its parameters a sender may leave the body
 * out.
 */
final class LogBody {
  private static final String MAP_MESSAGE = "log4j.map_message.";
  private static final String PARAMETERS = "log.body.parameters";

  private LogBody() {}

  static String message(AnyValue body, Attributes attributes) {
    String text = text(body);
    if (!text.isEmpty()) {
      return text;
    }
    String message = attributes.text(MAP_MESSAGE + "message");
    if (!message.isEmpty()) {
      return message;
    }
    String template = attributes.text(Source.TEMPLATE);
    return template.isEmpty()
        ? mapMessage(attributes)
        : formatted(template, attributes.texts(PARAMETERS));
  }

  /** Of a structured body the message counts. */
  private static String text(AnyValue body) {
    for (KeyValue entry : body.getKvlistValue().getValuesList()) {
      if (entry.getKey().equals("message") && entry.getValue().hasStringValue()) {
        return entry.getValue().getStringValue();
      }
    }
    return Attributes.text(body);
  }

  /** Writes the entries as Log4j itself does. */
  private static String mapMessage(Attributes attributes) {
    Map<String, String> entries = new TreeMap<>(attributes.startingWith(MAP_MESSAGE));
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\"")
        .collect(Collectors.joining(" "));
  }

  /** Fills the {@code {}} of a template in; without parameters there is no message. */
  private static String formatted(String template, List<String> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    StringBuilder message = new StringBuilder();
    int from = 0;
    for (String parameter : parameters) {
      int hole = template.indexOf("{}", from);
      if (hole < 0) {
        break;
      }
      message.append(template, from, hole).append(parameter);
      from = hole + 2;
    }
    return message.append(template.substring(from)).toString();
  }
}
