package dev.ticketing.testing.container;

import static dev.ticketing.testing.container.Answers.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Tokens;
import java.net.http.HttpResponse;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every domain asks of the token that comes with a request. */
@ExtendWith(ArquillianExtension.class)
public abstract class TokenRules {

  protected static final String USER = Identifier.next();
  protected static final String OTHER = Identifier.next();

  /** Makes a request that {@link #USER} may make. */
  protected abstract HttpResponse<String> request(Api caller);

  /** The status when it was granted. */
  protected abstract int granted();

  @Test
  void withoutATokenItIsRefused() {
    assertRefused(401, request(Api.anonymous()));
  }

  @Test
  void aTokenAsBearerIsAccepted() {
    assertEquals(granted(), request(Api.bearing(Tokens.of(USER))).statusCode());
  }

  @Test
  void aTokenInTheSessionsCookieIsAccepted() {
    assertEquals(granted(), request(Api.withCookie(Tokens.of(USER))).statusCode());
  }

  @Test
  void anExpiredTokenIsRefused() {
    assertRefused(401, request(Api.bearing(Tokens.expiredOf(USER))));
    assertRefused(401, request(Api.withCookie(Tokens.expiredOf(USER))));
  }

  @Test
  void aTokenSignedWithAnotherKeyIsRefused() {
    assertRefused(401, request(Api.bearing(Tokens.forgedOf(USER))));
    assertRefused(401, request(Api.withCookie(Tokens.forgedOf(USER))));
  }

  @Test
  void aTokenWhoseClaimsWereChangedIsRefused() {
    assertRefused(401, request(Api.bearing(Tokens.alteredFor(OTHER, USER))));
    assertRefused(401, request(Api.withCookie(Tokens.alteredFor(OTHER, USER))));
  }

  @Test
  void whatIsNoTokenAtAllIsRefused() {
    assertRefused(401, request(Api.bearing("no.token.atall")));
    assertRefused(401, request(Api.withCookie("no.token.atall")));
  }
}
