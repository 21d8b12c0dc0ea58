package dev.ticketing.broken.domain;

import dev.ticketing.broken.application.WrongService;
import dev.ticketing.elsewhere.Neighbour;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** An aggregate that looks around. */
public class WrongAggregate {

  public WrongService application;
  public Neighbour neighbour;
  public Response answer;
  public final Instant createdAt = Instant.now();
}
