package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.platform.mail.Letter;
import dev.ticketing.platform.mail.Mail;
import dev.ticketing.platform.site.PublicAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything about passwords and mail, put together in memory, with one user in it. */
final class Household {

  static final String EMAIL = "ann@example.com";
  static final String PASSWORD = "correct horse";

  private static final Pattern LINK = Pattern.compile("https://tickets\\.example/auth/\\S*");
  private static final Pattern TOKEN = Pattern.compile("\\?token=(\\S+)");

  final MovableClock clock = new MovableClock();
  final FakeUsers users = new FakeUsers();
  final FakeLetters letters = new FakeLetters(clock);
  final CountingPasswords passwords = new CountingPasswords();
  final List<String> ended = new ArrayList<>();
  final AccountPost post = new AccountPost(letters);
  final AccountLetters writer =
      new AccountLetters(
          users.directory(),
          users,
          new LetterTexts(new PublicAddress("https://tickets.example/")),
          clock);
  final EndSessions sessions = ending((user, except) -> ended.add(user + " but " + except));
  final AskForMail ask = new AskForMail(post);
  final ResetPassword reset = new ResetPassword(users, passwords, post, sessions, clock);
  final ChangePassword change = new ChangePassword(users, passwords, post, sessions, clock);
  final ConfirmEmail confirm = new ConfirmEmail(users, clock);
  final SignUp signUp = new SignUp(users, passwords, post, clock);
  final EditProfile edit = new EditProfile(users, users.directory(), post, clock);
  final UserView ann = signUp.signUp(new Profile("Ann", "Lee", EMAIL), PASSWORD);

  User stored() {
    return users.stored(ann.id());
  }

  /** Ends sessions by calling this with the user and the session that lives on. */
  static EndSessions ending(BiConsumer<String, String> call) {
    return new EndSessions() {
      @Override
      public void ofUser(String userId, String exceptSessionId, EndReason reason) {
        call.accept(userId, exceptSessionId);
      }
    };
  }

  /** Sends all letters; those that must wait stay. */
  List<Mail> deliver() {
    List<Mail> mails = new ArrayList<>();
    for (Letter letter : List.copyOf(letters.posted)) {
      writer.write(letter).ifPresent(mails::add);
      letters.withdraw(letter.id());
    }
    return mails;
  }

  /** The only mail there is to deliver. */
  Mail onlyMail() {
    List<Mail> mails = deliver();
    if (mails.size() != 1) {
      throw new AssertionError("Not one mail but " + mails);
    }
    return mails.get(0);
  }

  /** The address of the page that a mail leads to. */
  static String linkIn(Mail mail) {
    return firstOf(LINK, mail, 0);
  }

  static String tokenIn(Mail mail) {
    return firstOf(TOKEN, mail, 1);
  }

  private static String firstOf(Pattern pattern, Mail mail, int group) {
    Matcher matcher = pattern.matcher(mail.text());
    if (!matcher.find()) {
      throw new AssertionError("No " + pattern + " in " + mail.text());
    }
    return matcher.group(group);
  }
}
