package dev.mendgate.gateway.telemetry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;

/** Tells whether a collector is the gateway itself, which would report on its own reports. */
public final class Collectors {
  private Collectors() {}

  /**
   * Returns whether an endpoint leads to a port of this machine.
   *
   * @param port that is listened on
   */
  public static boolean isOwn(URI endpoint, int port) {
    if (endpoint.getPort() != port || endpoint.getHost() == null) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(endpoint.getHost());
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException e) {
      // A name that does not resolve leads nowhere, least of all back here.
      return false;
    }
  }
}
