package dev.ticketing.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.MovableClock;
import dev.ticketing.platform.rest.ApiFeature;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyFilterTest {

  private static final String BODY = "{\"name\":\"thing\"}";

  private static MemoryStore store;

  private final MovableClock clock = new MovableClock();
  private final NewId newId = new NewId();
  private final KeyedResource resource = new KeyedResource(newId);
  private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();
  private final IdempotencyKeys keys =
      new IdempotencyKeys(store.collection(IdempotencyKeys.COLLECTION), clock);

  @Idempotent
  private static final class Keys extends IdempotencyFilter {
    Keys(IdempotencyKeys keys, NewId newId) {
      super(keys, newId);
    }
  }

  @BeforeAll
  static void open() {
    store = new MemoryStore();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void begin() {
    store.collection(IdempotencyKeys.COLLECTION).drop();
    dispatcher.getProviderFactory().register(ApiFeature.class);
    dispatcher.getProviderFactory().register(new Keys(keys, newId));
    dispatcher.getRegistry().addSingletonResource(resource);
  }

  private MockHttpResponse send(String path, String key, String body) throws Exception {
    return send(path, key, body, "somebody");
  }

  private MockHttpResponse send(String path, String key, String body, String user)
      throws Exception {
    newId.reserve(null);
    MockHttpRequest request =
        MockHttpRequest.post(path).contentType("application/json").content(body.getBytes());
    if (key != null) {
      request.header(Idempotent.HEADER, key);
    }
    MockHttpResponse response = new MockHttpResponse();
    dispatcher
        .getDefaultContextObjects()
        .put(jakarta.ws.rs.core.SecurityContext.class, Users.context(user));
    dispatcher.invoke(request, response);
    return response;
  }

  private static String replayed(MockHttpResponse response) {
    Object replayed = response.getOutputHeaders().getFirst(Idempotent.REPLAYED);
    return replayed == null ? null : replayed.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 402, 403, 404, 409, 410})
  void whatWasDecidedIsToldAgain(int status) throws Exception {
    MockHttpResponse first = send("/status/" + status, "key", BODY);
    MockHttpResponse second = send("/status/" + status, "\"key\"", BODY);

    assertEquals(1, resource.made.size());
    assertEquals(status, first.getStatus());
    assertNull(replayed(first));
    assertEquals(status, second.getStatus());
    assertEquals("true", replayed(second));
    assertEquals(first.getContentAsString(), second.getContentAsString());
    assertEquals(location(first), location(second));
  }

  private static String location(MockHttpResponse response) {
    return String.valueOf(response.getOutputHeaders().getFirst("Location"));
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 401, 429, 500, 503})
  void whatMayEndOtherwiseIsDoneAgainUnderTheSameId(int status) throws Exception {
    send("/status/" + status, "key", BODY);
    MockHttpResponse second = send("/status/" + status, "key", BODY);

    assertEquals(status, second.getStatus());
    assertEquals(2, resource.made.size());
    assertEquals(resource.made.get(0).value(), resource.made.get(1).value());
    assertEquals(List.of(false, true), resource.made.stream().map(id -> id.mayBeTaken()).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 402})
  void anAnswerThatComesLaterIsKeptToo(int status) throws Exception {
    MockHttpResponse first = send("/later/" + status, "key", "{}");
    MockHttpResponse second = send("/later/" + status, "key", "{}");

    assertEquals(status, first.getStatus());
    assertEquals(status, second.getStatus());
    assertEquals(first.getContentAsString(), second.getContentAsString());
    assertEquals(1, resource.made.size());
  }

  @Test
  void aBodyThatIsRefusedBeforeTheWorkBeginsLeavesTheKeyFree() throws Exception {
    assertEquals(400, send("/status/201", "key", "{").getStatus());
    assertEquals(400, send("/status/201", "key", "{}").getStatus());
    assertEquals(201, send("/status/201", "key", BODY).getStatus());
  }

  @Test
  void aKeyBelongsToOneBodyAndOnePath() throws Exception {
    send("/status/201", "key", BODY);
    assertEquals(422, send("/status/201", "key", BODY + " ").getStatus());
    assertEquals(422, send("/status/200", "key", BODY).getStatus());
    assertEquals(201, send("/status/201/", "key", BODY).getStatus());
    assertEquals(1, resource.made.size());
  }

  @Test
  void anotherUsersKeyIsAnotherOne() throws Exception {
    send("/status/201", "key", BODY, "somebody");
    assertEquals(201, send("/status/201", "key", "{\"name\":\"other\"}", "other").getStatus());
    assertEquals(2, resource.made.size());
  }

  @Test
  void aSecondRequestIsToldToWaitWhileTheFirstIsUnderway() throws Exception {
    MockHttpResponse[] second = new MockHttpResponse[1];
    resource.meanwhile =
        () -> {
          try {
            second[0] = send("/status/201", "key", BODY);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };

    assertEquals(201, send("/status/201", "key", BODY).getStatus());

    assertEquals(409, second[0].getStatus());
    assertEquals("1", String.valueOf(second[0].getOutputHeaders().getFirst("Retry-After")));
    assertEquals(1, resource.made.size());
  }

  @Test
  void aRequestThatWasTakenForDeadTellsWhatTheOtherWasTold() throws Exception {
    MockHttpResponse[] other = new MockHttpResponse[1];
    resource.meanwhile =
        () -> {
          resource.meanwhile = () -> {};
          clock.pass(IdempotencyKeys.LEASE.plus(Duration.ofSeconds(1)));
          try {
            other[0] = send("/status/409", "key", BODY);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };

    MockHttpResponse slow = send("/status/409", "key", BODY);

    assertEquals(409, slow.getStatus());
    assertEquals("true", replayed(slow));
    assertEquals(other[0].getContentAsString(), slow.getContentAsString());
  }

  @Test
  void withoutAKeyNothingIsKept() throws Exception {
    send("/status/201", null, BODY);
    send("/status/201", null, BODY);
    send("/unkeyed", "key", BODY);

    assertEquals(3, resource.made.size());
    assertTrue(resource.made.stream().noneMatch(id -> id.mayBeTaken()));
    assertEquals(0, store.collection(IdempotencyKeys.COLLECTION).countDocuments());
  }

  @Test
  void aKeyThatIsNoneIsRefused() throws Exception {
    assertEquals(400, send("/status/201", "", BODY).getStatus());
    assertEquals(0, resource.made.size());
  }
}
