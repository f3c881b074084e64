package dev.mendgate.gateway.web;

/**
 * What a caller is told.
 *
 * @param status of HTTP
 * @param line text for a person
 */
record Answer(int status, String line) {
  static final Answer UNAUTHORIZED = new Answer(401, "the secret or signature is wrong or missing");
  static final Answer UNKNOWN = new Answer(404, "no such repository");

  static Answer ok(String line) {
    return new Answer(200, line);
  }
}
