package dev.ticketing.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from, as far as limits are concerned. The container tells the address,
 * behind proxies that are trusted the one they tell. Of IPv6 only the network counts: whoever has
 * one has all of its 2<sup>64</sup> addresses.
 */
public final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /** Equal for requests of one address, or IPv6 network. */
  public static String of(HttpServletRequest request) {
    return networkOf(String.valueOf(request.getRemoteAddr()));
  }

  static String networkOf(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      if (parsed instanceof Inet6Address) {
        byte[] network = Arrays.copyOf(parsed.getAddress(), 2 * NETWORK_BYTES);
        Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
        return InetAddress.getByAddress(network).getHostAddress();
      }
      return parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
