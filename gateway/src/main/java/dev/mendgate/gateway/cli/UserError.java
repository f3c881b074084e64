package dev.mendgate.gateway.cli;

/** Bad usage or bad input: ends the command with exit code 2 and this line on standard error. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserError(String message) {
    super(message);
  }
}
