package dev.ticketing.platform.rest;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Outranks the container's own mapper for broken constraints, which answers in plain text. */
@Provider
public class Violations implements ExceptionMapper<ConstraintViolationException> {

  private final Failures failures = new Failures();

  @Override
  public Response toResponse(ConstraintViolationException violations) {
    return failures.toResponse(violations);
  }
}
