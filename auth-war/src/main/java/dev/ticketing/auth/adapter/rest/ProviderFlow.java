package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.Attempts;
import dev.ticketing.auth.application.provider.Callback;
import dev.ticketing.auth.application.provider.IdentityProvider;
import dev.ticketing.auth.application.provider.IdentityProviders;
import dev.ticketing.auth.application.provider.LinkIdentity;
import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import dev.ticketing.auth.application.provider.SignInThroughProvider;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.site.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The way of a browser to a provider and back, from our side. */
@ApplicationScoped
public class ProviderFlow {

  private IdentityProviders providers;
  private Attempts attempts;
  private SignInThroughProvider signIn;
  private LinkIdentity link;
  private AttemptCookie cookie;
  private SessionAnswers sessions;
  private ProviderAnswers answers;
  private PublicAddress site;
  private AuthLimits limits;

  /** For the container's proxy. */
  protected ProviderFlow() {}

  @Inject
  public ProviderFlow(
      IdentityProviders providers,
      Attempts attempts,
      SignInThroughProvider signIn,
      LinkIdentity link,
      AttemptCookie cookie,
      SessionAnswers sessions,
      ProviderAnswers answers,
      PublicAddress site,
      AuthLimits limits) {
    this.providers = providers;
    this.attempts = attempts;
    this.signIn = signIn;
    this.link = link;
    this.cookie = cookie;
    this.sessions = sessions;
    this.answers = answers;
    this.site = site;
    this.limits = limits;
  }

  Response begin(Provider provider, BeginRequest request) {
    IdentityProvider there = find(provider);
    try {
      String linkUserId = request.isLink() ? whoWantsToLink(request) : null;
      Attempt attempt = attempts.begin(request.returnTo(), linkUserId);
      return to(there.addressFor(attempt))
          .header(HttpHeaders.SET_COOKIE, cookie.holding(provider, attempt))
          .build();
    } catch (SignInFailure failure) {
      return answers.failed(failure, request.headers()).build();
    }
  }

  private static String whoWantsToLink(BeginRequest request) {
    return Optional.of(request)
        .filter(own -> !own.isForeign())
        .flatMap(BrowserRequest::userId)
        .orElseThrow(() -> new SignInFailure(Reason.NOT_SIGNED_IN));
  }

  Response finish(Provider provider, CallbackRequest request) {
    IdentityProvider there = find(provider);
    Callback callback = request.callback();
    Optional<Attempt> begun =
        cookie
            .in(request.servlet(), provider)
            .filter(attempt -> attempts.isAnswered(attempt, callback));
    if (begun.isEmpty()) {
      return answers.failed(new SignInFailure(Reason.EXPIRED), request.headers()).build();
    }
    Response.ResponseBuilder answer;
    try {
      answer =
          limits.signIn(request.servlet(), () -> accept(there, callback, begun.get(), request));
    } catch (SignInFailure failure) {
      answer = answers.failed(failure, request.headers());
    }
    return answer.header(HttpHeaders.SET_COOKIE, cookie.removed(provider)).build();
  }

  private Response.ResponseBuilder accept(
      IdentityProvider there, Callback callback, Attempt attempt, CallbackRequest request) {
    attempts.accept(attempt, callback);
    URI page = site.of(attempt.returnTo());
    if (!attempt.isLink()) {
      UserView user = signIn.signIn(there.redeem(callback, attempt));
      return sessions.begunOnReturn(page, user, request.servlet());
    }
    if (!request.userId().equals(Optional.of(attempt.linkUserId()))) {
      throw new SignInFailure(Reason.NOT_SIGNED_IN);
    }
    link.link(attempt.linkUserId(), there.redeem(callback, attempt));
    return to(page);
  }

  private IdentityProvider find(Provider provider) {
    return providers.find(provider).orElseThrow(() -> Refusal.notFound("Not found"));
  }

  private static Response.ResponseBuilder to(URI address) {
    return Response.status(Response.Status.FOUND).location(address);
  }
}
