package dev.ticketing.devstack.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketing.devstack.FreePorts;
import dev.ticketing.devstack.PortTaken;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

  @TempDir Path directory;

  private final List<Integer> ports = FreePorts.find(2);
  private final HttpClient client = HttpClient.newHttpClient();
  private MailCatcher catcher;

  @BeforeEach
  void start() {
    catcher = MailCatcher.start(directory, ports.get(0), ports.get(1));
  }

  @AfterEach
  void stop() {
    catcher.close();
  }

  @Test
  void aMailShowsItsFields() throws Exception {
    send("Größe", "ann@example.org");

    JsonNode mail = list("").get(0);

    assertEquals("tickets@example.org", mail.get("from").textValue());
    assertEquals("ann@example.org", mail.get("to").get(0).textValue());
    assertEquals("Größe", mail.get("subject").textValue());
    assertEquals("plain Größe", mail.get("text").textValue());
    assertEquals("<b>rich Größe</b>", mail.get("html").textValue());
    assertTrue(mail.get("date").textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
  }

  @Test
  void aMailToSeveralIsKeptOnceAndFoundByEachOfThem() throws Exception {
    send("Both", "ann@example.org", "bob@example.org");
    send("One", "ann@example.org");

    assertEquals(2, list("").size());
    assertEquals("Both", list("?to=BOB%40example.org").get(0).get("subject").textValue());
    assertEquals(1, list("?to=bob@example.org").size());
    assertEquals(0, list("?to=eve@example.org").size());
  }

  @Test
  void theNewestMailComesFirst() throws Exception {
    send("First", "ann@example.org");
    send("Second", "ann@example.org");

    assertEquals("Second", list("").get(0).get("subject").textValue());
  }

  @Test
  void mailsSurviveARestart() throws Exception {
    send("Kept", "ann@example.org");
    catcher.close();

    start();

    assertEquals("Kept", list("").get(0).get("subject").textValue());
  }

  @Test
  void deletedMailsAreGoneForGood() throws Exception {
    send("Gone", "ann@example.org");

    assertEquals(200, http("DELETE", "/api/messages").statusCode());
    assertEquals(0, list("").size());
    catcher.close();
    start();
    assertEquals(0, list("").size());
  }

  @Test
  void otherPathsAndMethodsAreRefusedInJson() throws Exception {
    assertEquals(404, http("GET", "/").statusCode());
    HttpResponse<String> refused = http("POST", "/api/messages");
    assertEquals(405, refused.statusCode());
    assertEquals("{\"errors\":[{\"message\":\"Method not allowed\"}]}", refused.body());
  }

  @Test
  void aTakenPortIsNamedAndTheOtherPortIsLeftFree() {
    List<Integer> free = FreePorts.find(1);

    assertEquals(ports.get(0), taken(ports.get(0), free.get(0)));
    assertEquals(ports.get(1), taken(free.get(0), ports.get(1)));
    assertTrue(FreePorts.isFree(free.get(0)));
  }

  private int taken(int smtpPort, int httpPort) {
    return assertThrows(
            PortTaken.class,
            () -> MailCatcher.start(directory.resolve("other"), smtpPort, httpPort))
        .port();
  }

  private void send(String subject, String... recipients) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(catcher.smtpPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("tickets@example.org"));
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.BCC, new InternetAddress(recipient));
    }
    message.setSubject(subject, "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("plain " + subject, "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<b>rich " + subject + "</b>", "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }

  private JsonNode list(String query) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(http("GET", "/api/messages" + query).body());
  }

  private HttpResponse<String> http(String method, String path)
      throws IOException, InterruptedException {
    URI uri = catcher.messagesUri().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
