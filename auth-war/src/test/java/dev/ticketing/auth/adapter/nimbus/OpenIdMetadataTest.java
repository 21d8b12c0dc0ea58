package dev.ticketing.auth.adapter.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import dev.ticketing.auth.application.MovableClock;
import dev.ticketing.devstack.identity.IdentitySandbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenIdMetadataTest {

  private final IdentitySandbox sandbox = IdentitySandbox.start();
  private final Issuer issuer = new Issuer(sandbox.variables().get("GOOGLE_ISSUER"));

  @Test
  void whatTheProviderSaidLastHoldsWhileItIsAway() throws IOException {
    MovableClock clock = new MovableClock();
    OpenIdMetadata openId = at(issuer, clock);
    OpenIdMetadata.Known known = openId.known();
    assertSame(known, openId.known());
    sandbox.close();
    clock.pass(Duration.ofHours(2));
    assertSame(known.metadata(), openId.known().metadata());
    assertSame(known.validator(), openId.known().validator());
  }

  @Test
  void itIsAskedAgainOnceInAWhileAndItsKeysStayInTheCache() throws IOException {
    MovableClock clock = new MovableClock();
    OpenIdMetadata openId = at(issuer, clock);
    OpenIdMetadata.Known known = openId.known();
    clock.pass(Duration.ofHours(2));
    OpenIdMetadata.Known later = openId.known();
    assertEquals(known.until().plus(Duration.ofHours(2)), later.until());
    assertSame(known.validator(), later.validator());
    sandbox.close();
  }

  @Test
  void whoSpeaksForAnotherIssuerIsNotBelieved() {
    Issuer other = new Issuer(issuer.getValue().replace("127.0.0.1", "localhost"));
    assertThrows(IOException.class, () -> at(other, new MovableClock()).known());
    sandbox.close();
  }

  private static OpenIdMetadata at(Issuer issuer, Clock clock) {
    return new OpenIdMetadata(
        issuer, new ClientID("site"), new ProviderHttp(Duration.ofSeconds(2)), clock);
  }
}
