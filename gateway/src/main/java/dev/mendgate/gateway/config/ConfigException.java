package dev.mendgate.gateway.config;

/** Says in one line what is wrong with the settings. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with a line for the user. */
  public ConfigException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
