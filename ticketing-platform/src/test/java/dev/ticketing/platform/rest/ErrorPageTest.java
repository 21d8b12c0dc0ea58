package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorPageTest {

  private final Map<String, Object> attributes = new HashMap<>();

  private int answered() throws IOException {
    int[] status = new int[1];
    HttpServletRequest request =
        proxy(
            HttpServletRequest.class,
            (name, arguments) -> name.equals("getAttribute") ? attributes.get(arguments[0]) : null);
    HttpServletResponse response =
        proxy(
            HttpServletResponse.class,
            (name, arguments) -> {
              if (name.equals("setStatus")) {
                status[0] = (int) arguments[0];
              }
              return name.equals("getOutputStream") ? new Nowhere() : null;
            });
    new ErrorPage().service(request, response);
    return status[0];
  }

  @Test
  void aMalformedAddressIsTheClientsMistakeThoughTheContainerTakesItForItsOwn() throws IOException {
    attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 500);
    attributes.put(
        RequestDispatcher.ERROR_EXCEPTION,
        new IOException("CWWWC0005I: The request URI has invalid characters: [/a/%2e]"));
    assertEquals(400, answered());
  }

  @Test
  void anyOtherFailureIsOurs() throws IOException {
    attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 500);
    attributes.put(RequestDispatcher.ERROR_EXCEPTION, new IOException("away"));
    assertEquals(500, answered());
    attributes.clear();
    assertEquals(404, answered());
  }

  private interface Answering {
    Object answer(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answering.answer(method.getName(), arguments)));
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public void write(int value) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}
  }
}
