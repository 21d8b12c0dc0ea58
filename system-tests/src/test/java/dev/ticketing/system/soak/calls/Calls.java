package dev.ticketing.system.soak.calls;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Wire;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Sends requests to the servers in turn and keeps count. A request that could not be sent goes to
 * the next server; one that was sent and not answered is lost, which only a server that was killed
 * meanwhile excuses.
 */
public final class Calls {

  private static final int SERVER_ERROR = 500;

  private final Rotation rotation;
  private final Tally tally;

  public Calls(Rotation rotation, Tally tally) {
    this.rotation = rotation;
    this.tally = tally;
  }

  /**
   * @param action names the request in the report
   * @throws NoAnswer when nobody knows what became of it
   */
  public Reply send(String action, Function<Wire, Answer> request) {
    ProcessingException refused = null;
    for (int i = 0; i < rotation.size(); i++) {
      Server server = rotation.next();
      Instant sent = Instant.now();
      try {
        return answered(action, server, sent, request.apply(server.wire()));
      } catch (ProcessingException e) {
        if (!isRefused(e) || rotation.size() == 1) {
          throw lost(action, server, sent, e);
        }
        server.leaveAlone();
        tally.wentElsewhere();
        refused = e;
      }
    }
    tally.unexpected(action, Instant.now(), "No server accepts connections: " + refused);
    throw new NoAnswer(action, refused);
  }

  private Reply answered(String action, Server server, Instant sent, Answer answer) {
    Instant received = Instant.now();
    Duration time = Duration.between(sent, received);
    if (answer.status() >= SERVER_ERROR) {
      String text = answer.status() + " from " + server.name() + ": " + answer.text();
      throw lost(action, server, sent, new IllegalStateException(text));
    }
    tally.answered(action, answer.status(), time);
    return new Reply(action, answer, sent, received, tally);
  }

  private NoAnswer lost(String action, Server server, Instant sent, Exception cause) {
    if (server.isExcusedSince(sent)) {
      tally.lost(action);
    } else {
      tally.unexpected(action, sent, server.name() + ": " + rootOf(cause));
    }
    return new NoAnswer(action, cause);
  }

  private static boolean isRefused(Throwable e) {
    return e != null && (e instanceof ConnectException || isRefused(e.getCause()));
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }
}
