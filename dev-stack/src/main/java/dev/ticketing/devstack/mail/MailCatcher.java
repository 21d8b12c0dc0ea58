package dev.ticketing.devstack.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.ticketing.devstack.FreePorts;
import dev.ticketing.devstack.http.JsonReply;
import dev.ticketing.devstack.http.JsonRequest;
import dev.ticketing.devstack.http.JsonServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Takes every message over SMTP, delivers it to nobody and shows it under {@code /api/messages}.
 * The newest thousand are kept on disk. A message is acknowledged once it is kept; when that fails,
 * the sender is told to try again.
 */
public final class MailCatcher implements AutoCloseable {

  private static final int LIMIT = 1_000;
  private static final String MESSAGES = "/api/messages";

  private final MailArchive archive;
  private final GreenMail smtp;
  private JsonServer view;

  private MailCatcher(MailArchive archive, int smtpPort) {
    this.archive = archive;
    ServerSetup setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(30_000);
    this.smtp = new GreenMail(setup);
    smtp.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    smtp.getUserManager()
        .setMessageDeliveryHandler(
            (message, recipient) -> new ArchivingMailbox(archive, recipient.getEmail()));
  }

  public static MailCatcher start(Path directory, int smtpPort, int httpPort) {
    FreePorts.requireFree(smtpPort);
    MailCatcher catcher = new MailCatcher(MailArchive.open(directory, LIMIT), smtpPort);
    catcher.view = JsonServer.start("mail-catcher", httpPort, catcher::answer);
    try {
      catcher.smtp.start();
    } catch (RuntimeException e) {
      catcher.close();
      throw e;
    }
    return catcher;
  }

  public int smtpPort() {
    return smtp.getSmtp().getPort();
  }

  /** The address an application sends its mail to. */
  public URI smtpUri() {
    return URI.create("smtp://127.0.0.1:" + smtpPort());
  }

  /** The address people and tests read the mail at. */
  public URI messagesUri() {
    return view.uri().resolve(MESSAGES);
  }

  /** The kept messages, newest first. */
  public List<Mail> messages() {
    return archive.list();
  }

  public List<Mail> messagesTo(String address) {
    return archive.list().stream().filter(mail -> mail.isFor(address)).toList();
  }

  @Override
  public void close() {
    smtp.stop();
    view.close();
  }

  private JsonReply answer(JsonRequest request) {
    if (!MESSAGES.equals(request.path()) && !(MESSAGES + "/").equals(request.path())) {
      return JsonReply.error(404, "Not found; the messages are at " + MESSAGES);
    }
    return switch (request.method()) {
      case "GET" ->
          JsonReply.ok(request.parameter("to").map(this::messagesTo).orElseGet(this::messages));
      case "DELETE" -> {
        archive.clear();
        yield JsonReply.ok(Map.of());
      }
      default -> JsonReply.error(405, "Method not allowed");
    };
  }
}
