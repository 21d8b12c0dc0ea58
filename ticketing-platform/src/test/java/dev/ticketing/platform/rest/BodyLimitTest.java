package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.error.ErrorBody;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitTest {

  private static final int LIMIT = 64 * 1024;

  private final InMemoryApi api = new InMemoryApi(new EchoResource());

  @Test
  void aBodyThatAnnouncesItsLengthMayFillTheLimitAndNoMore() throws Exception {
    assertEquals("" + LIMIT, send(LIMIT, "application/json", true).getContentAsString());
    assertTooLarge(send(LIMIT + 1, "application/json", true));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"application/json", "text/plain"})
  void aBodyThatComesInChunksMayFillTheLimitAndNoMore(String type) throws Exception {
    assertEquals("" + LIMIT, send(LIMIT, type, false).getContentAsString());
    assertTooLarge(send(LIMIT + 1, type, false));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMethodMayHaveALimitOfItsOwn(boolean announced) throws Exception {
    int own = 128 * 1024;
    assertEquals("" + own, send("/large", own, "application/json", announced).getContentAsString());
    assertTooLarge(send("/large", own + 1, "application/json", announced));
  }

  @Test
  void anAnnouncedLengthThatIsNoIntegerDoesNotLiftTheLimit() throws Exception {
    MockHttpRequest request = request("/raw", LIMIT + 1, "application/json");
    request.header("Content-Length", "99999999999");
    assertTooLarge(api.send(request));
  }

  /** The container unpacks what is compressed: little is announced, and a lot comes. */
  @Test
  void aSmallAnnouncedLengthDoesNotLiftTheLimit() throws Exception {
    MockHttpRequest request = request("/raw", LIMIT + 1, "application/json");
    request.header("Content-Length", "100");
    assertTooLarge(api.send(request));
  }

  @Test
  void aBodyThatCannotBeReadIsTheClientsMistake() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Invalid gzip header");
          }
        };
    MockHttpRequest request =
        MockHttpRequest.post("/").contentType("application/json").content(broken);
    MockHttpResponse response = api.send(request);
    assertEquals(400, response.getStatus());
    assertEquals(ErrorBody.of("The request body cannot be read"), InMemoryApi.errors(response));
  }

  @Test
  void aJsonBodyThatComesInChunksIsLimitedToo() throws Exception {
    MockHttpRequest request =
        MockHttpRequest.post("/")
            .contentType("application/json")
            .content(("{\"text\":\"" + "x".repeat(LIMIT) + "\"}").getBytes());
    assertTooLarge(api.send(request));
  }

  private static void assertTooLarge(MockHttpResponse response) {
    assertEquals(413, response.getStatus());
    assertEquals(ErrorBody.of("The request body is too large"), InMemoryApi.errors(response));
  }

  private MockHttpResponse send(int bytes, String type, boolean announced) throws Exception {
    return send("/raw", bytes, type, announced);
  }

  private MockHttpResponse send(String path, int bytes, String type, boolean announced)
      throws Exception {
    MockHttpRequest request = request(path, bytes, type);
    if (announced) {
      request.header("Content-Length", String.valueOf(bytes));
    }
    return api.send(request);
  }

  private static MockHttpRequest request(String path, int bytes, String type) throws Exception {
    MockHttpRequest request = MockHttpRequest.post(path).content(new byte[bytes]);
    return type == null ? request : request.contentType(type);
  }
}
