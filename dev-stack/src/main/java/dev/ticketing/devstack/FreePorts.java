package dev.ticketing.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface that nobody listens on, all different. They lie below those that
 * systems give to outgoing connections: while a server is away, a client that tries to reach it
 * again and again would else at some time be given the server's own port, and keep it.
 */
public final class FreePorts {

  private static final int LOWEST = 15_000;
  private static final int BEYOND = 32_000;
  private static final int TRIES_FOR_EACH = 1_000;

  private FreePorts() {}

  public static List<Integer> find(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(open());
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(FreePorts::close);
    }
  }

  private static ServerSocket open() throws IOException {
    IOException taken = null;
    for (int i = 0; i < TRIES_FOR_EACH; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      try {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        taken = e;
      }
    }
    throw taken;
  }

  /** Throws {@link PortTaken} where somebody listens on the port. */
  public static void requireFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException taken) {
      throw new PortTaken(port, taken);
    }
  }

  public static boolean isFree(int port) {
    try {
      requireFree(port);
      return true;
    } catch (PortTaken taken) {
      return false;
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
