package dev.ticketing.system.client;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
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
  private final String refreshToken;

  private User(
      Wire wire,
      Map<String, String> headers,
      String id,
      String email,
      String token,
      String refreshToken) {
    super(wire, headers);
    this.id = id;
    this.email = email;
    this.token = token;
    this.refreshToken = refreshToken;
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
    return with(wire, answer.id(), email, tokenIn(answer), refreshTokenIn(answer));
  }

  private static User with(Wire wire, String id, String email, String token, String refresh) {
    return new User(wire, bearer(token), id, email, token, refresh);
  }

  /** Asks for a new session; {@link #withTokenOf} what is answered. */
  public Answer signIn() {
    return new Visitor(wire(), Map.of())
        .post("/api/users/signin", Map.of("email", email, "password", PASSWORD));
  }

  /** The same user in the session that began with this answer. */
  public User withTokenOf(Answer answer) {
    return with(wire(), id, email, tokenIn(answer), refreshTokenIn(answer));
  }

  /** Asks for the next tokens of the session; {@link #refreshed} by what is answered. */
  public Answer refresh() {
    return new Visitor(wire(), Map.of())
        .post("/api/users/refresh", Map.of("refreshToken", refreshToken));
  }

  /** The same user with the tokens of this answer. */
  public User refreshed(Answer answer) {
    return with(wire(), id, email, answer.field("accessToken"), answer.field("refreshToken"));
  }

  private static String tokenIn(Answer answer) {
    return answer.header("Authorization").substring("Bearer ".length());
  }

  private static String refreshTokenIn(Answer answer) {
    return answer.cookie("ticketing_refresh");
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /** The same user at another server. */
  public User through(Wire other) {
    return with(other, id, email, token, refreshToken);
  }

  /** The same user with another access token. */
  public User withToken(String other) {
    return with(wire(), id, email, other, refreshToken);
  }

  /** The same user, who has lost the refresh token. */
  public User withoutRefreshToken() {
    return with(wire(), id, email, token, null);
  }

  /** The same user in a browser. */
  public User withCookie(String cookie) {
    return new User(wire(), Map.of("Cookie", cookie), id, email, token, refreshToken);
  }

  public boolean hasRefreshToken() {
    return refreshToken != null;
  }

  /** When the access token ends, as it says itself. */
  public Instant tokenExpiry() {
    return Instant.ofEpochSecond(Answer.claimsOf(token).path("exp").asLong());
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
