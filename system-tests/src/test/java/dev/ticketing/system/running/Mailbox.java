package dev.ticketing.system.running;

import dev.ticketing.devstack.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What one address was mailed, as its owner reads it. */
public final class Mailbox {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Pattern TOKEN =
      Pattern.compile("\\?token=([0-9a-f]{24}\\.[A-Za-z0-9_-]{43})");

  private final Ticketing ticketing;
  private final String address;

  public Mailbox(Ticketing ticketing, String address) {
    this.ticketing = ticketing;
    this.address = address;
  }

  /** The newest first. */
  public List<Mail> mails() {
    return ticketing.machinery().stack().mail().messagesTo(address);
  }

  /** Waits until there are so many with these words in the subject, and returns the newest. */
  public Mail await(int count, String words) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .until(() -> newest(count, words), Optional::isPresent)
        .orElseThrow();
  }

  /** The token in the only mail with these words in the subject. */
  public String token(String words) {
    return tokenIn(await(1, words));
  }

  public static String tokenIn(Mail mail) {
    Matcher matcher = TOKEN.matcher(mail.text());
    if (!matcher.find()) {
      throw new AssertionError("No token in " + mail.text());
    }
    return matcher.group(1);
  }

  private Optional<Mail> newest(int count, String words) {
    List<Mail> found = mails().stream().filter(mail -> mail.subject().contains(words)).toList();
    return found.size() < count ? Optional.empty() : Optional.of(found.get(0));
  }
}
