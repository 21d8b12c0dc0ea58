package dev.ticketing.system.soak.calls;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.system.client.Answer;
import java.time.Instant;
import java.util.stream.IntStream;

/** An answer, and when it was asked for and received by the clock that the server has too. */
public final class Reply {

  private static final int NOT_FOUND = 404;

  private final String action;
  private final Answer answer;
  private final Instant sent;
  private final Instant received;
  private final Tally tally;

  Reply(String action, Answer answer, Instant sent, Instant received, Tally tally) {
    this.action = action;
    this.answer = answer;
    this.sent = sent;
    this.received = received;
    this.tally = tally;
  }

  /** This reply; counted as unexpected unless it has one of these statuses. */
  public Reply expect(int... statuses) {
    if (IntStream.of(statuses).noneMatch(status -> status == answer.status())) {
      tally.unexpected(action, sent, answer.status() + " " + answer.text());
    }
    return this;
  }

  /**
   * The same for a request about what another domain has heard of by an event. It may not be known
   * yet, for longer than the server waits for it; how often is counted, and bounded by the
   * settings.
   */
  public Reply expectOrUnknownYet(int... statuses) {
    if (answer.status() == NOT_FOUND) {
      tally.unknownYet();
      return this;
    }
    return expect(statuses);
  }

  public Answer answer() {
    return answer;
  }

  public boolean is(int status) {
    return answer.status() == status;
  }

  public int status() {
    return answer.status();
  }

  public JsonNode json() {
    return answer.json();
  }

  public String field(String name) {
    return answer.field(name);
  }

  public String id() {
    return answer.id();
  }

  public String text() {
    return answer.text();
  }

  /** Whether the server has answered before that time, so that it also decided before. */
  public boolean wasReceivedBefore(Instant time) {
    return received.isBefore(time);
  }

  /** Whether the server cannot have seen the request before that time. */
  public boolean wasSentAfter(Instant time) {
    return sent.isAfter(time);
  }
}
