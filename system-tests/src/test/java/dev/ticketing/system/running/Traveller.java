package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.devstack.identity.Account;
import dev.ticketing.devstack.identity.Fault;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Browser;
import dev.ticketing.system.client.User;
import java.util.Map;

/** Somebody with an account at both providers, and a browser to go there and come back with. */
public final class Traveller {

  public static final String GOOGLE = "/api/users/google";
  public static final String FACEBOOK = "/api/users/facebook";

  private final Ticketing ticketing;
  private final Account account = Account.of("109000000000" + System.nanoTime(), User.newEmail());
  private final Browser browser;

  /** Skips the test where the providers are not ours. */
  public Traveller(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.browser = ticketing.browser();
    agrees();
  }

  public Account account() {
    return account;
  }

  public String email() {
    return account.email();
  }

  public Browser browser() {
    return browser;
  }

  /** Another browser, which knows nobody, in front of which the same person sits. */
  public Browser otherBrowser() {
    return ticketing.browser();
  }

  /** Sits at the provider from now on, which does that wrong. */
  public void agrees(Fault... faults) {
    agreesAs(account, faults);
  }

  public void agreesAs(Account other, Fault... faults) {
    ticketing.machinery().identities().signedIn(other, faults);
  }

  /** Goes there and returns the redirect back, without following it. */
  public Answer goes(String path) {
    return browser.follow(browser.get(path));
  }

  /** Goes there and comes back. */
  public Answer comesBack(String path) {
    return comesBack(browser, path);
  }

  public Answer comesBack(Browser by, String path) {
    return by.follow(by.follow(by.get(path)));
  }

  /** Signs up here, with a password, and returns the id. */
  public String signsUp() {
    return signsUp(browser, email());
  }

  public String signsUp(Browser by, String email) {
    Map<String, String> person =
        Map.of("firstName", "Ann", "lastName", "Lee", "email", email, "password", User.PASSWORD);
    return by.post("/api/users/signup", person).expect(201).id();
  }

  public void assertIsNobody() {
    assertEquals("", browser.userId());
  }

  /** Where a redirect to our own site leads. */
  public static String pathOf(Answer redirect) {
    return redirect.expect(302).header("Location").replaceFirst("http://[^/]+", "");
  }
}
