package dev.ticketing.system.client;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A signed-up user, known by the token of the sign-up: as Bearer, or as a browser shows it. What
 * users do on the marketplace has a name here.
 */
public final class User extends Visitor {

  public static final String PASSWORD = "correct horse";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String id;
  private final String email;
  private final String token;

  private User(Wire wire, Map<String, String> headers, String id, String email, String token) {
    super(wire, headers);
    this.id = id;
    this.email = email;
    this.token = token;
  }

  /** A new user, whom nobody else is. */
  public static User signUp(Wire wire) {
    String email = newEmail();
    return signedUp(wire, email, askToSignUp(wire, email).expect(201));
  }

  public static String newEmail() {
    return "user-" + UUID.randomUUID() + "@example.org";
  }

  public static Answer askToSignUp(Wire wire, String email) {
    Map<String, String> person =
        Map.of("firstName", "Ada", "lastName", "Lovelace", "email", email, "password", PASSWORD);
    Visitor nobody = new Visitor(wire, Map.of());
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> nobody.post("/api/users/signup", person), sent -> !isTooBusy(sent));
  }

  /** Hashing passwords is dear; on a busy machine the server asks people to come again. */
  private static boolean isTooBusy(Answer answer) {
    return answer.status() == 503;
  }

  /** The user who was signed up with this answer. */
  public static User signedUp(Wire wire, String email, Answer answer) {
    String token = tokenIn(answer);
    return new User(wire, bearer(token), answer.id(), email, token);
  }

  /** Asks for a new session; {@link #withTokenOf} what is answered. */
  public Answer signIn() {
    return new Visitor(wire(), Map.of())
        .post("/api/users/signin", Map.of("email", email, "password", PASSWORD));
  }

  /** The same user in the session that began with this answer. */
  public User withTokenOf(Answer answer) {
    return withToken(tokenIn(answer));
  }

  private static String tokenIn(Answer answer) {
    return answer.header("Authorization").substring("Bearer ".length());
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /** The same user at another server. */
  public User through(Wire other) {
    return new User(other, bearer(token), id, email, token);
  }

  /** The same user with another token. */
  public User withToken(String other) {
    return new User(wire(), bearer(other), id, email, other);
  }

  /** The same user in a browser. */
  public User withCookie(String cookie) {
    return new User(wire(), Map.of("Cookie", cookie), id, email, token);
  }

  public String id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String token() {
    return token;
  }

  public Answer listTicket(String title, Object price) {
    return post("/api/tickets", Map.of("title", title, "price", price));
  }

  /** Lists a ticket and returns its id. */
  public String lists(String title, Object price) {
    return listTicket(title, price).expect(201).id();
  }

  public Answer order(String ticketId) {
    return post("/api/orders", Map.of("ticketId", ticketId));
  }

  /** Orders the ticket and returns the order's id. */
  public String orders(String ticketId) {
    return order(ticketId).expect(201).id();
  }

  public Answer orderOf(String orderId) {
    return get("/api/orders/" + orderId);
  }

  public Answer cancel(String orderId) {
    return patch("/api/orders/" + orderId, Map.of());
  }

  public Answer charge(String orderId, String card) {
    return post("/api/payments/charge", Map.of("token", card, "orderId", orderId));
  }

  public List<String> paymentStatusesOf(String orderId) {
    return get("/api/payments?orderId=" + orderId).expect(200).json().findValuesAsText("status");
  }
}
