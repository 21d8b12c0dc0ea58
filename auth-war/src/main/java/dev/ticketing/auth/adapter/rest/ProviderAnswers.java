package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.platform.site.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/**
 * How a sign-in at a provider ends when it fails: people are sent to the page where they can try
 * another way, which tells them why; programs, which do not ask for pages, get the error body.
 */
@ApplicationScoped
public class ProviderAnswers {

  private static final String PAGE = "/auth/signin?error=";
  private static final int SECONDS_UNTIL_RETRY = 5;

  private PublicAddress site;
  private ProviderTrouble trouble;

  /** For the container's proxy. */
  protected ProviderAnswers() {}

  @Inject
  public ProviderAnswers(PublicAddress site, Clock clock) {
    this.site = site;
    this.trouble = new ProviderTrouble(clock);
  }

  Response.ResponseBuilder failed(SignInFailure failure, HttpHeaders headers) {
    Reason reason = failure.reason();
    trouble.report(failure);
    if (wantsPage(headers)) {
      return Response.status(Response.Status.FOUND).location(site.of(PAGE + reason.code()));
    }
    Response.ResponseBuilder answer =
        reason == Reason.UNAVAILABLE
            ? Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY)
            : Response.status(Response.Status.UNAUTHORIZED);
    return answer.type(MediaType.APPLICATION_JSON_TYPE).entity(ErrorBody.of(reason.message()));
  }

  private static boolean wantsPage(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(type -> type.getType().equals("text") && type.getSubtype().equals("html"));
  }
}
