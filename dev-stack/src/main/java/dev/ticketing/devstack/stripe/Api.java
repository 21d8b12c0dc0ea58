package dev.ticketing.devstack.stripe;

/**
 * Serves the requests to {@code /v1}: knows the caller, finds the operation, honours the
 * idempotency key, and lets the switches have their say.
 */
final class Api {
  private static final Switch NO_SWITCH = Switch.at(null, null);

  private final Credentials credentials;
  private final Ledger ledger;
  private final Switches switches;
  private final RequestLog log;
  private final Endpoints endpoints = new Endpoints();
  private final KeysInFlight inFlight = new KeysInFlight();

  Api(Credentials credentials, Ledger ledger, Switches switches, RequestLog log) {
    this.credentials = credentials;
    this.ledger = ledger;
    this.switches = switches;
    this.log = log;
  }

  void serve(Exchange exchange) {
    Reply reply = new Reply(exchange, log, Ids.next("req_"));
    try {
      ApiRequest request = reply.read();
      boolean publishable = credentials.publishable(request);
      Endpoint endpoint = endpoints.find(request.method(), request.path());
      if (endpoint == null) {
        throw unknown(request);
      }
      if (publishable && !endpoint.publishable()) {
        throw Credentials.secretKeyRequired();
      }
      reply.operation(endpoint.operation());
      inFlight.claim(request.idempotencyKey());
      Switch found = switches.take(request, endpoint.operations(request.params()));
      Switch active = found == null ? NO_SWITCH : found;
      exchange.proceed(
          active.delayMillis(), () -> execute(reply, request, endpoint, publishable, active));
    } catch (ApiError e) {
      reply.send(e.answer());
    }
  }

  private void execute(
      Reply reply, ApiRequest request, Endpoint endpoint, boolean publishable, Switch active) {
    Runnable end;
    try {
      end = outcome(reply, request, endpoint, publishable, active);
    } catch (ApiError e) {
      end = () -> reply.send(e.answer());
    } catch (RuntimeException e) {
      end = () -> reply.fail(e);
    } finally {
      inFlight.release(request.idempotencyKey());
    }
    end.run();
  }

  private Runnable outcome(
      Reply reply, ApiRequest request, Endpoint endpoint, boolean publishable, Switch active) {
    Failure failure = active.failure();
    if (failure == Failure.CONNECTION) {
      return reply::abort;
    }
    if (failure == Failure.BEFORE) {
      return () -> reply.send(serverError(active));
    }
    if (failure == Failure.BEFORE_REMEMBERED) {
      return rememberedError(reply, request, active);
    }
    Answer answer = answer(request, endpoint, publishable, active);
    return switch (failure) {
      case AFTER -> () -> reply.send(serverError(active));
      case AFTER_REMEMBERED -> rememberedError(reply, request, active);
      case CONNECTION_AFTER -> reply::abort;
      default -> () -> reply.send(answer);
    };
  }

  private Runnable rememberedError(Reply reply, ApiRequest request, Switch active) {
    Answer error = serverError(active);
    ledger.remember(request, error);
    return () -> reply.send(error);
  }

  private Answer answer(ApiRequest request, Endpoint endpoint, boolean publishable, Switch active) {
    String[] path = request.path().split("/");
    ForcedOutcome forced =
        switch (active.failure()) {
          case CARD_DECLINED -> new ForcedOutcome(CardDecline.of(active.declineCode()), false);
          case PROCESSING -> new ForcedOutcome(null, true);
          default -> ForcedOutcome.NONE;
        };
    if (!endpoint.writes()) {
      return ledger.read(
          request,
          changes -> endpoint.run(call(request, endpoint, path, changes, publishable, forced)));
    }
    if (request.idempotencyKey() != null) {
      Answer replay = ledger.replay(request);
      if (replay != null) {
        return replay;
      }
    }
    return ledger.write(
        request,
        changes -> endpoint.run(call(request, endpoint, path, changes, publishable, forced)));
  }

  private static Call call(
      ApiRequest request,
      Endpoint endpoint,
      String[] path,
      Changes changes,
      boolean publishable,
      ForcedOutcome forced) {
    return new Call(
        endpoint.id(path), request.params(), changes, publishable, forced, request.origin());
  }

  private static Answer serverError(Switch active) {
    return ApiError.server(active.status(), "An error that a switch of the sandbox asked for.")
        .answer();
  }

  private static ApiError unknown(ApiRequest request) {
    return ApiError.refused(
        404,
        null,
        "Unrecognized request URL ("
            + request.method()
            + ": "
            + request.path()
            + "). Please see https://stripe.com/docs or we can help at"
            + " https://support.stripe.com/.");
  }
}
