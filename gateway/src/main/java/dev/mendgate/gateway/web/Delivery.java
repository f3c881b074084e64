package dev.mendgate.gateway.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request as far as its sender may be believed: headers at once, the body when it is asked. */
final class Delivery {
  /** GitHub sends no more than 25 MB. */
  static final int MAX_BODY_BYTES = 25_000_000;

  private final HttpExchange exchange;

  Delivery(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** A body that is larger than any forge sends. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Returns what comes after the first part of the path. */
  String name() {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.indexOf('/', 1) + 1);
  }

  @Nullable String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  byte[] body() throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      throw new TooLargeException();
    }
    return body;
  }
}
