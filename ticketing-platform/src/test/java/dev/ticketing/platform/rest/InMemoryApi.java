package dev.ticketing.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;

/** A REST application with the product's features and one resource, without a server. */
final class InMemoryApi {

  private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();

  InMemoryApi(Object resource, Class<?>... providers) {
    dispatcher.getProviderFactory().register(ApiFeature.class);
    for (Class<?> provider : providers) {
      dispatcher.getProviderFactory().register(provider);
    }
    dispatcher.getRegistry().addSingletonResource(resource);
  }

  MockHttpResponse send(MockHttpRequest request) {
    MockHttpResponse response = new MockHttpResponse();
    dispatcher.invoke(request, response);
    return response;
  }

  static ErrorBody errors(MockHttpResponse response) {
    try {
      JsonNode tree = Json.mapper().readTree(response.getContentAsString());
      return Json.mapper().treeToValue(tree, ErrorBody.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
