package dev.ticketing.payments.adapter.rest;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.application.ChargeOrder;
import dev.ticketing.payments.application.PaymentAccess;
import dev.ticketing.payments.application.PaymentBook;
import dev.ticketing.payments.application.PaymentView;
import dev.ticketing.payments.application.Settlements.Settlement;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.idempotency.Idempotent;
import dev.ticketing.platform.idempotency.NewId;
import dev.ticketing.platform.rest.Page;
import dev.ticketing.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** A buyer's payments over HTTP. */
@Path("/")
@ApplicationScoped
@RolesAllowed(Caller.USER)
@SecurityRequirement(name = Caller.SESSION)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {

  private ChargeOrder chargeOrder;
  private PaymentRepository payments;
  private PaymentBook book;
  private NewId newId;

  /** For the container's proxy. */
  protected PaymentsResource() {}

  @Inject
  public PaymentsResource(
      ChargeOrder chargeOrder, PaymentRepository payments, PaymentBook book, NewId newId) {
    this.chargeOrder = chargeOrder;
    this.payments = payments;
    this.book = book;
    this.newId = newId;
  }

  @POST
  @Path("charge")
  @Idempotent
  @Parameter(
      in = ParameterIn.HEADER,
      name = Idempotent.HEADER,
      description = Idempotent.DESCRIPTION,
      schema = @Schema(type = SchemaType.STRING, maxLength = 255))
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(
      value = PaymentView.class,
      responseCode = "201",
      responseDescription = "Paid, and the order is complete")
  @APIResponse(
      responseCode = "202",
      description = "Not decided yet; Location tells where to ask again")
  @APIResponse(responseCode = "402", description = "The card was declined")
  @APIResponse(responseCode = "404", description = "There is no such order")
  @APIResponse(responseCode = "409", description = "The order cannot be paid now, or any more")
  public Response charge(
      @Valid ChargeRequest request, @Context SecurityContext security, @Context UriInfo uri) {
    CompletionStage<Settlement> settled =
        chargeOrder.charge(
            Caller.of(security).userId(),
            Identifier.checked("orderId", request.orderId()),
            request.token(),
            newId.take());
    return ChargeAnswer.of(waitFor(settled), uri.getBaseUriBuilder());
  }

  /**
   * The answer is written by the request's own thread. Liberty recycles what belongs to a request
   * as that thread leaves, and may do so under another thread that is just writing the answer.
   */
  private static Settlement waitFor(CompletionStage<Settlement> settled) {
    try {
      return settled.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @GET
  @APIResponse(
      responseCode = "200",
      description = "One page; a Link header leads to the next",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PaymentView.class)))
  public Response list(
      @QueryParam("orderId") String orderId,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    int size = Page.limitOf(limit);
    String order = orderId == null ? null : Identifier.checked("orderId", orderId);
    String before = cursor == null ? null : Identifier.checked("cursor", cursor);
    Optional<String> buyer = PaymentAccess.whoseAreListed(Caller.of(security).reader(), order);
    List<PaymentView> found = book.paidBy(buyer, order, size + 1, before);
    boolean more = found.size() > size;
    List<PaymentView> page = more ? found.subList(0, size) : found;
    return new Page<>(page, more ? page.get(size - 1).id() : null).toResponse(uri);
  }

  @GET
  @Path("{id}")
  public PaymentView get(@PathParam("id") String id, @Context SecurityContext security) {
    Payment payment =
        payments
            .find(Identifier.checked("id", id))
            .orElseThrow(() -> Refusal.notFound("No such payment"));
    return PaymentView.of(PaymentAccess.requireMaySee(Caller.of(security).reader(), payment));
  }
}
