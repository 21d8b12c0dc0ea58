package dev.ticketing.platform.openapi;

import dev.ticketing.platform.idempotency.Idempotent;
import dev.ticketing.platform.security.Caller;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the document of every route the answers that do not come from the route itself: from what
 * stands before it, such as the check of the token or the limit of the body, and from where it is,
 * such as the id in its path. The resources only name what is their own.
 */
public class CommonAnswers implements OASFilter {

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int FIRST_REFUSAL = 400;

  private static final Map<String, String> TO_EVERYTHING =
      Map.of(
          "400", "The request is malformed; a field, parameter or header is not as it has to be",
          "406", "Only JSON is answered, and the request does not accept it",
          "413", "The body is too large",
          "415", "The body is not JSON",
          "429", "Too many requests; come again after as many seconds as Retry-After says",
          "503", "The server cannot do this now; come again in a moment");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return;
    }
    addComponents(document);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
  }

  private static void addComponents(OpenAPI document) {
    Components components = document.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      document.setComponents(components);
    }
    components.addSchema(ErrorAnswer.NAME, ErrorAnswer.schema());
    components.addSecurityScheme(
        Caller.SESSION,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("The token of a sign-in, as Authorization: Bearer or in its cookie"));
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    APIResponses answers = operation.getResponses();
    TO_EVERYTHING.forEach((status, why) -> add(answers, status, why));
    boolean needsSession = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    boolean namesSomething = path.contains("{");
    if (needsSession) {
      add(answers, "401", "There is no token, or none that is good");
    }
    if (!READING.contains(method)) {
      add(answers, "403", "This is not the caller's to do, or a page of another site asks for it");
    } else if (needsSession && namesSomething) {
      add(answers, "403", "This belongs to somebody else");
    }
    if (namesSomething) {
      add(answers, "404", "There is no such thing");
    }
    if (takesIdempotencyKey(operation)) {
      add(answers, "409", "What is asked for cannot be now, or is underway by the same key");
      add(answers, "422", "The idempotency key belongs to another request");
    }
    answers.getAPIResponses().forEach(CommonAnswers::giveBody);
  }

  private static boolean takesIdempotencyKey(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .map(Parameter::getName)
            .anyMatch(Idempotent.HEADER::equals);
  }

  private static void add(APIResponses answers, String status, String description) {
    if (!answers.hasAPIResponse(status)) {
      answers.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
    }
  }

  private static void giveBody(String status, APIResponse answer) {
    boolean refusal = status.matches("\\d+") && Integer.parseInt(status) >= FIRST_REFUSAL;
    if (refusal && answer.getContent() == null) {
      answer.setContent(ErrorAnswer.content());
    }
  }
}
