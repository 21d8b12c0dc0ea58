package dev.ticketing.auth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.platform.mail.Mail;
import dev.ticketing.platform.site.PublicAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTextsTest {

  private static final OneTimeToken TOKEN = OneTimeToken.next("0".repeat(24));

  @Test
  void linksBeginWithThePublicAddressOnce() {
    LetterTexts texts = new LetterTexts(new PublicAddress("https://tickets.example//"));
    assertEquals(
        "https://tickets.example/auth/reset?token=" + TOKEN.text(),
        Household.linkIn(texts.reset("a@b.example", TOKEN, "203.0.113.7")));
  }

  @Test
  void everyTextIsPlainAsciiInShortLinesSoThatNoMailProgramTouchesItsLink() {
    LetterTexts texts = new LetterTexts(new PublicAddress("http://localhost:9080"));
    List<Mail> all =
        List.of(
            texts.reset("a@b.example", TOKEN, "2001:db8::1"),
            texts.confirm("a@b.example", TOKEN),
            texts.emailChanged("a@b.example"),
            texts.passwordChanged("a@b.example"));
    for (Mail mail : all) {
      assertTrue(mail.text().chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), mail.text());
      assertTrue(mail.text().lines().allMatch(line -> line.length() < 200), mail.text());
    }
  }
}
