package dev.ticketing.auth.application.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NamesTest {

  private static final String EMAIL = "grace@example.org";

  @Test
  void theGivenNamesAreTaken() {
    assertNames("Grace", "Hopper", new Names(" Grace ", "Hopper", "Someone Else"));
  }

  @Test
  void aNameInOnePieceIsDivided() {
    assertNames("Grace", "Brewster Hopper", new Names(null, " ", "Grace  Brewster Hopper"));
  }

  @Test
  void oneNameIsEnough() {
    assertNames("Madonna", "-", new Names(null, null, "Madonna"));
    assertNames("Madonna", "-", new Names("Madonna", null, null));
  }

  @Test
  void somebodyWithoutANameIsCalledByHisMailbox() {
    assertNames("grace", "-", new Names(null, null, null));
    assertNames("grace", "-", new Names("\u200b", "\n", "\t"));
  }

  @Test
  void whatOurOwnSignUpWouldRefuseIsMadeToFit() {
    assertNames("Gr ace", "x".repeat(100), new Names("Gr\0ace", "x".repeat(300), null));
    String emoji = "\ud83d\ude00";
    assertEquals(emoji.repeat(100), new Names(emoji.repeat(101), null, null).firstOr(EMAIL));
  }

  private static void assertNames(String first, String last, Names names) {
    assertEquals(first, names.firstOr(EMAIL));
    assertEquals(last, names.lastOrNone());
  }
}
