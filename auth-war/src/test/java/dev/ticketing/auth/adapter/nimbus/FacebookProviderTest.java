package dev.ticketing.auth.adapter.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.Callback;
import dev.ticketing.auth.application.provider.Names;
import dev.ticketing.auth.application.provider.Person;
import dev.ticketing.auth.application.provider.Person.Proof;
import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import dev.ticketing.auth.domain.Identity;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.devstack.identity.Account;
import dev.ticketing.devstack.identity.Fault;
import dev.ticketing.devstack.identity.IdentitySandbox;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way through a graph like Facebook's that runs beside the tests. */
class FacebookProviderTest {

  private static final IdentitySandbox SANDBOX = IdentitySandbox.start();
  private static final String HUGE = "90071992547409930001";
  private static final Account GRACE = Account.of(HUGE, "grace@example.org");

  private final Site site = new Site(SANDBOX);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void theGraphTellsWhoSomebodyIsAndNothingOfHisAddressBeingVerified() {
    SANDBOX.signedIn(GRACE);
    assertEquals(
        new Person(
            new Identity(Provider.FACEBOOK, HUGE),
            "grace@example.org",
            Proof.UNSAID,
            new Names("Grace", "Hopper", "Grace Hopper")),
        signIn());
  }

  @Test
  void anIdThatComesAsANumberKeepsEachOfItsDigits() {
    SANDBOX.signedIn(GRACE, Fault.NUMERIC_SUBJECT);
    assertEquals(HUGE, signIn().identity().subject());
  }

  @Test
  void somebodyMayHaveNoAddressThere() {
    SANDBOX.signedIn(new Account(HUGE, null, null, "Grace", "Hopper", null));
    assertNull(signIn().email());
  }

  @Test
  void aCodeIsGoodOnceAndOnlyWithItsVerifier() {
    SANDBOX.signedIn(GRACE);
    Callback callback = site.visit(Provider.FACEBOOK, Site.ATTEMPT);
    Attempt another =
        new Attempt("a-state", "a-nonce", "b-verifier-".repeat(4), "/", null, Instant.MAX);
    assertEquals(Reason.FAILED, failure(callback, another));
    assertEquals(Reason.FAILED, failure(callback, Site.ATTEMPT));
  }

  @ParameterizedTest
  @EnumSource(names = {"OUT_OF_ORDER", "SILENT", "ENDLESS"})
  void aGraphThatDoesNotAnswerIsGivenUpOn(Fault fault) {
    SANDBOX.signedIn(GRACE, fault);
    Callback callback = site.visit(Provider.FACEBOOK, Site.ATTEMPT);
    assertEquals(Reason.UNAVAILABLE, failure(callback, Site.ATTEMPT));
  }

  private Person signIn() {
    Callback callback = site.visit(Provider.FACEBOOK, Site.ATTEMPT);
    return site.at(Provider.FACEBOOK).redeem(callback, Site.ATTEMPT);
  }

  private Reason failure(Callback callback, Attempt attempt) {
    return assertThrows(
            SignInFailure.class, () -> site.at(Provider.FACEBOOK).redeem(callback, attempt))
        .reason();
  }
}
