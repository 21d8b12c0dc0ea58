package dev.ticketing.broken.application;

import dev.ticketing.broken.adapter.rest.WrongResource;
import dev.ticketing.broken.domain.WrongAggregate;
import jakarta.inject.Inject;

/** A use case that knows who calls it, and has its parts injected behind its back. */
public class WrongService {

  @Inject public WrongAggregate aggregate;
  public WrongResource caller;
}
