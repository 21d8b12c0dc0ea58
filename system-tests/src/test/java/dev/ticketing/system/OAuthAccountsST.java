package dev.ticketing.system;

import static dev.ticketing.system.running.Traveller.FACEBOOK;
import static dev.ticketing.system.running.Traveller.GOOGLE;
import static dev.ticketing.system.running.Traveller.pathOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Browser;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.running.Mailbox;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Traveller;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose account somebody gets whom a provider vouches for: never that of anybody else. */
@SystemTest
class OAuthAccountsST {

  private static final String IN_USE = "/auth/signin?error=email_in_use";
  private static final String NOT_SIGNED_IN = "/auth/signin?error=not_signed_in";

  private final Ticketing ticketing;
  private Traveller grace;

  OAuthAccountsST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @BeforeEach
  void somebodyElseEachTime() {
    grace = new Traveller(ticketing);
  }

  @Test
  void anAccountWhoseAddressBothSidesHaveVerifiedIsJoined() {
    String ours = grace.signsUp();
    Browser stranger = grace.otherBrowser();
    Answer before = grace.comesBack(stranger, GOOGLE);
    confirmTheAddress();
    Answer facebook = grace.comesBack(stranger, FACEBOOK);

    grace.comesBack(stranger, GOOGLE);

    assertEquals(IN_USE, pathOf(before));
    assertEquals(IN_USE, pathOf(facebook), "Facebook does not say that it has verified it");
    assertEquals(ours, stranger.userId());
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOGLE, FACEBOOK})
  void anAccountWhoseAddressIsNotProvenIsNotJoinedButItsUserCanLinkIt(String path) {
    String ours = grace.signsUp();
    Browser stranger = grace.otherBrowser();

    Answer refused = grace.comesBack(stranger, path);
    Answer linked = grace.comesBack(path + "?link=true&returnTo=/orders");
    grace.comesBack(stranger, path);

    assertEquals(IN_USE, pathOf(refused));
    assertEquals("/orders", pathOf(linked));
    assertEquals(ours, grace.browser().userId());
    assertEquals(ours, stranger.userId());
  }

  @Test
  void anAddressThatTheProviderDisownsMakesNoUser() {
    grace.agreesAs(grace.account().unverified());

    assertEquals("/auth/signin?error=email_unverified", pathOf(grace.comesBack(GOOGLE)));
    grace.assertIsNobody();
  }

  @Test
  void whoSquatsAnAddressIsShutOutWhenItsOwnerComes() {
    grace.comesBack(FACEBOOK);
    String squatted = grace.browser().userId();
    Visitor owner = ticketing.visitor();
    owner.post("/api/users/forgot-password", Map.of("email", grace.email())).expect(202);
    String token = new Mailbox(ticketing, grace.email()).token("password");
    owner
        .post("/api/users/reset-password", Map.of("token", token, "password", "new horse 42"))
        .expect(200);

    Answer again = grace.comesBack(FACEBOOK);

    assertEquals(IN_USE, pathOf(again));
    assertNotEquals(squatted, grace.browser().userId());
  }

  @Test
  void anIdentityLinksOneAccountAndOnlyForWhoIsSignedIn() {
    grace.comesBack(GOOGLE);
    Browser second = grace.otherBrowser();
    grace.signsUp(second, User.newEmail());

    Answer taken = grace.comesBack(second, GOOGLE + "?link=true");
    Answer nobody = grace.otherBrowser().get(GOOGLE + "?link=true");

    assertEquals("/auth/signin?error=identity_in_use", pathOf(taken));
    assertEquals(NOT_SIGNED_IN, pathOf(nobody));
    assertNotEquals(grace.browser().userId(), second.userId());
  }

  @Test
  void anotherSitesPageCannotBeginALink() {
    grace.signsUp();
    String link = GOOGLE + "?link=true";

    Answer foreign = grace.browser().get(link, Map.of("Sec-Fetch-Site", "cross-site"));
    Answer own = grace.browser().get(link, Map.of("Sec-Fetch-Site", "same-origin"));

    assertEquals(NOT_SIGNED_IN, pathOf(foreign));
    assertEquals(302, own.status());
    assertNotEquals(NOT_SIGNED_IN, pathOf(own), "the control: our own page can");
  }

  @Test
  void aLinkThatEndsInAnotherSessionIsNotMade() {
    grace.signsUp();
    Answer there = grace.goes(GOOGLE + "?link=true");
    grace.signsUp(grace.browser(), User.newEmail());

    assertEquals(NOT_SIGNED_IN, pathOf(grace.browser().follow(there)));
  }

  private void confirmTheAddress() {
    String token = new Mailbox(ticketing, grace.email()).token("Confirm your address");
    ticketing.visitor().post("/api/users/confirm-email", Map.of("token", token)).expect(200);
  }
}
