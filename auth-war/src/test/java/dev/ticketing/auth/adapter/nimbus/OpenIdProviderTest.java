package dev.ticketing.auth.adapter.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way through an OpenID provider that runs beside the tests. */
class OpenIdProviderTest {

  private static final IdentitySandbox SANDBOX = IdentitySandbox.start();
  private static final Account GRACE = Account.of("108204268033311374519", "Grace@Example.org");

  private final Site site = new Site(SANDBOX);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void somebodyIsWhoTheProviderSaysToTheLastDigit() {
    SANDBOX.signedIn(GRACE);
    assertEquals(
        new Person(
            new Identity(Provider.GOOGLE, "108204268033311374519"),
            "grace@example.org",
            Proof.VERIFIED,
            new Names("Grace", "Hopper", "Grace Hopper")),
        signIn(Site.ATTEMPT));
  }

  @Test
  void theRequestCarriesStateNonceAndAChallengeButNoSecret() {
    Map<String, String> query = Site.query(site.at(Provider.GOOGLE).addressFor(Site.ATTEMPT));
    assertEquals("code", query.get("response_type"));
    assertEquals("openid email profile", query.get("scope"));
    assertEquals(Site.ATTEMPT.state(), query.get("state"));
    assertEquals(Site.ATTEMPT.nonce(), query.get("nonce"));
    assertEquals("S256", query.get("code_challenge_method"));
    assertEquals("http://localhost:9080/api/users/google/callback", query.get("redirect_uri"));
    assertFalse(query.containsValue(Site.ATTEMPT.verifier()));
    assertNull(query.get("prompt"));
  }

  @Test
  void whoLinksAnAccountIsAskedWhichOne() {
    Attempt link = new Attempt("s", "n", Site.ATTEMPT.verifier(), "/", "someone", Instant.MAX);
    Map<String, String> query = Site.query(site.at(Provider.GOOGLE).addressFor(link));
    assertEquals("select_account", query.get("prompt"));
  }

  @Test
  void anAddressThatIsNotVerifiedIsNotTakenForVerified() {
    SANDBOX.signedIn(GRACE.unverified());
    assertEquals(Proof.NOT_VERIFIED, signIn(Site.ATTEMPT).proof());
    SANDBOX.signedIn(new Account("1", "grace@example.org", null, null, null, null));
    assertEquals(Proof.NOT_VERIFIED, signIn(Site.ATTEMPT).proof());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WRONG_NONCE",
        "NO_NONCE",
        "WRONG_AUDIENCE",
        "WRONG_ISSUER",
        "FOREIGN_KEY",
        "UNSIGNED",
        "SIGNED_BY_SECRET",
        "EXPIRED",
        "NUMERIC_SUBJECT"
      })
  void aTokenThatIsWrongIsRefused(Fault fault) {
    SANDBOX.signedIn(GRACE, fault);
    assertEquals(Reason.FAILED, failure(visit(), Site.ATTEMPT));
  }

  @Test
  void aCodeIsGoodOnce() {
    SANDBOX.signedIn(GRACE);
    Callback callback = visit();
    site.at(Provider.GOOGLE).redeem(callback, Site.ATTEMPT);
    assertEquals(Reason.FAILED, failure(callback, Site.ATTEMPT));
  }

  @Test
  void aCodeIsOfNoUseWithoutTheVerifierItWasAskedForWith() {
    SANDBOX.signedIn(GRACE);
    Attempt another =
        new Attempt("a-state", "a-nonce", "b-verifier-".repeat(4), "/", null, Instant.MAX);
    assertEquals(Reason.FAILED, failure(visit(), another));
  }

  @Test
  void theAnswerOfAnotherIssuerIsRefused() {
    SANDBOX.signedIn(GRACE);
    String code = visit().code();
    Callback mixedUp = new Callback("a-state", code, null, "https://another.example.org");
    assertEquals(Reason.FAILED, failure(mixedUp, Site.ATTEMPT));
  }

  @ParameterizedTest
  @EnumSource(names = {"OUT_OF_ORDER", "SILENT", "ENDLESS"})
  void aProviderThatDoesNotAnswerIsGivenUpOn(Fault fault) {
    SANDBOX.signedIn(GRACE, fault);
    assertEquals(Reason.UNAVAILABLE, failure(visit(), Site.ATTEMPT));
  }

  @Test
  void aProviderThatIsAwayIsToldAtTheBeginning() {
    Map<String, String> variables = new HashMap<>(SANDBOX.variables());
    variables.put("GOOGLE_ISSUER", "http://127.0.0.1:1/nobody");
    SignInFailure failure =
        assertThrows(
            SignInFailure.class,
            () -> new Site(variables).at(Provider.GOOGLE).addressFor(Site.ATTEMPT));
    assertEquals(Reason.UNAVAILABLE, failure.reason());
    assertTrue(failure.getCause().getMessage().contains("127.0.0.1"), failure.getCause()::toString);
  }

  @Test
  void aProviderThatDeniesSaysSo() {
    SANDBOX.signedIn(GRACE, Fault.DENIES);
    assertEquals("access_denied", visit().error());
  }

  private Callback visit() {
    return site.visit(Provider.GOOGLE, Site.ATTEMPT);
  }

  private Person signIn(Attempt attempt) {
    return site.at(Provider.GOOGLE).redeem(site.visit(Provider.GOOGLE, attempt), attempt);
  }

  private Reason failure(Callback callback, Attempt attempt) {
    return assertThrows(
            SignInFailure.class, () -> site.at(Provider.GOOGLE).redeem(callback, attempt))
        .reason();
  }
}
