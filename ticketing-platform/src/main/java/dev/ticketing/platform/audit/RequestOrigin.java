package dev.ticketing.platform.audit;

import java.util.function.Supplier;

/**
 * Who is behind what this thread does, and where they are. While a thread answers a request, that
 * is whoever sent it; at any other time, with events and timers, it is the system itself.
 *
 * @param who a user's id, {@link #ANONYMOUS} or {@link #SYSTEM}
 * @param address from which the request came, or null
 * @param agent what the client says that it is, shortened; or null
 */
public record RequestOrigin(String who, String address, String agent) {

  /** Nobody who is signed in. */
  public static final String ANONYMOUS = "anonymous";

  /** The product itself, following an event or a timer. */
  public static final String SYSTEM = "system";

  private static final int LONGEST_AGENT = 200;
  private static final RequestOrigin OF_THE_SYSTEM = new RequestOrigin(SYSTEM, null, null);
  private static final ThreadLocal<Supplier<RequestOrigin>> CURRENT = new ThreadLocal<>();

  public RequestOrigin {
    agent = agent == null ? null : printable(agent);
  }

  private static String printable(String agent) {
    String clean = agent.replaceAll("\\p{Cntrl}", " ");
    return clean.substring(0, Math.min(LONGEST_AGENT, clean.length()));
  }

  public static RequestOrigin ofThisThread() {
    Supplier<RequestOrigin> request = CURRENT.get();
    return request == null ? OF_THE_SYSTEM : request.get();
  }

  /**
   * From now on this thread answers a request.
   *
   * @param origin asked when it is needed: who sent the request is known only after a while
   */
  public static void enter(Supplier<RequestOrigin> origin) {
    CURRENT.set(origin);
  }

  /** The request of this thread is answered. */
  public static void leave() {
    CURRENT.remove();
  }

  /** The same place, and a user whom the request itself does not name. */
  public RequestOrigin of(String userId) {
    return new RequestOrigin(userId, address, agent);
  }
}
