package dev.ticketing.platform.mail.delivery;

import dev.ticketing.platform.mail.LetterWriter;
import dev.ticketing.platform.mail.Mail;
import dev.ticketing.platform.mail.NotYet;
import dev.ticketing.platform.mail.delivery.LetterBox.InHand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Empties a letter box every second: has each letter worded, and hands it to the mail server. What
 * fails is tried again after seconds, then minutes, up to an hour; after fifteen failures, about
 * four hours, the letter is given up on. A crash between the mail server's receipt and ours sends a
 * letter twice, none is lost.
 */
public final class Postman implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Postman.class.getName());
  private static final long PAUSE_MILLIS = 1_000;
  private static final int MOST_IN_A_ROUND = 100;
  private static final int MOST_FAILURES = 15;
  private static final Duration A_LITTLE = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final LetterBox box;
  private final LetterWriter writer;
  private final MailServer server;
  private Future<?> rounds;
  private volatile boolean quiet;
  private volatile boolean ended;

  public Postman(LetterBox box, LetterWriter writer, MailServer server) {
    this.box = box;
    this.writer = writer;
    this.server = server;
  }

  public void begin(ScheduledExecutorService scheduler) {
    rounds =
        scheduler.scheduleWithFixedDelay(
            this::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    ended = true;
    if (rounds != null) {
      rounds.cancel(false);
    }
  }

  /** Deals with what is due; ends early where nothing can be handed over. */
  void round() {
    try {
      for (int dealt = 0; dealt < MOST_IN_A_ROUND && !ended; dealt++) {
        Optional<InHand> next = box.take();
        if (next.isEmpty()) {
          return;
        }
        deal(next.get());
      }
    } catch (MailServerAway e) {
      tell("No mail leaves, letters wait: " + e.getMessage());
    } catch (RuntimeException e) {
      tell("Cannot look for letters, goes on: " + e);
    }
  }

  private void deal(InHand inHand) {
    try {
      Optional<Mail> mail = writer.write(inHand.letter());
      mail.ifPresent(worded -> server.take(inHand.letter().id(), worded));
    } catch (NotYet e) {
      box.putBack(inHand, A_LITTLE);
      return;
    } catch (MailRefused e) {
      giveUp(inHand, e);
      return;
    } catch (RuntimeException e) {
      fail(inHand, e);
      if (e instanceof MailServerAway) {
        throw e;
      }
      return;
    }
    quiet = false;
    box.finish(inHand);
  }

  private void fail(InHand inHand, RuntimeException failure) {
    if (inHand.failures() + 1 >= MOST_FAILURES) {
      giveUp(inHand, failure);
    } else {
      Duration wait = Duration.ofSeconds(2L << inHand.failures());
      box.putBack(
          inHand, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT, failure.toString());
    }
  }

  private void giveUp(InHand inHand, RuntimeException failure) {
    box.giveUp(inHand, failure.toString());
    LOG.log(
        System.Logger.Level.ERROR,
        "{0} will not be sent; the store has the reason",
        inHand.letter());
  }

  private void tell(String what) {
    if (!quiet) {
      LOG.log(System.Logger.Level.WARNING, what);
    }
    quiet = true;
  }
}
