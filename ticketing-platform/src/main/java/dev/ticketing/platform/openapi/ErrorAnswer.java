package dev.ticketing.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The one error body, as the document of the API describes it. */
final class ErrorAnswer {

  static final String NAME = "Errors";

  private ErrorAnswer() {}

  static Schema schema() {
    Schema error =
        typed(SchemaType.OBJECT)
            .addProperty("message", typed(SchemaType.STRING).description("What was wrong"))
            .addProperty(
                "field",
                typed(SchemaType.STRING)
                    .description("The property, parameter or header it concerns, if it is one"))
            .required(List.of("message"));
    return typed(SchemaType.OBJECT)
        .addProperty("errors", typed(SchemaType.ARRAY).items(error))
        .required(List.of("errors"));
  }

  private static Schema typed(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }

  static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            "application/json",
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + NAME)));
  }
}
