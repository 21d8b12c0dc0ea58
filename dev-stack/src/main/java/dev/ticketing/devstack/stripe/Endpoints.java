package dev.ticketing.devstack.stripe;

import dev.ticketing.devstack.stripe.store.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The table of the operations that the sandbox offers, with the parameters of each. */
final class Endpoints {
  private static final Set<String> EXPAND = Set.of("expand[]");
  private static final Set<String> CLIENT = Set.of("key", "client_secret");
  private static final Set<String> CARD =
      Set.of("card[token]", "card[number]", "card[exp_month]", "card[exp_year]", "card[cvc]");
  private static final Set<String> BILLING =
      Set.of("billing_details[email]", "billing_details[name]", "billing_details[phone]");
  private static final Set<String> METHOD = method();
  private static final Set<String> DESCRIPTION =
      Set.of(
          "metadata[*]",
          "metadata",
          "description",
          "receipt_email",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_group");
  private static final Set<String> CONFIRMATION =
      Set.of(
          "capture_method",
          "error_on_requires_action",
          "off_session",
          "return_url",
          "use_stripe_sdk");
  private static final Set<String> CREATION =
      Set.of(
          "amount",
          "currency",
          "confirm",
          "confirmation_method",
          "payment_method_types[]",
          "automatic_payment_methods[enabled]",
          "automatic_payment_methods[allow_redirects]");

  private final List<Endpoint> table = new ArrayList<>();

  Endpoints() {
    String intents = "/v1/payment_intents";
    post(intents, "create", PaymentIntents::create, CREATION, DESCRIPTION, METHOD, CONFIRMATION);
    list(intents, "list", Kind.PAYMENT_INTENT, null);
    add("GET", intents + "/{id}", "retrieve", true, PaymentIntents::retrieve, CLIENT);
    post(
        intents + "/{id}", "update", PaymentIntents::update, DESCRIPTION, METHOD, Set.of("amount"));
    add(
        "POST",
        intents + "/{id}/confirm",
        "confirm",
        true,
        Confirmation::confirm,
        METHOD,
        CONFIRMATION,
        CLIENT,
        Set.of("receipt_email"));
    post(
        intents + "/{id}/capture",
        "capture",
        Capture::capture,
        Set.of("amount_to_capture", "metadata[*]"));
    post(intents + "/{id}/cancel", "cancel", Cancellation::cancel, Set.of("cancellation_reason"));

    get("/v1/charges/{id}", "charge.retrieve", Charges::retrieve);
    list("/v1/charges", "charge.list", Kind.CHARGE, "payment_intent");

    post(
        "/v1/refunds",
        "refund",
        Refunds::create,
        Set.of("payment_intent", "charge", "amount", "reason", "metadata[*]"));
    get("/v1/refunds/{id}", "refund.retrieve", Refunds::retrieve);
    list("/v1/refunds", "refund.list", Kind.REFUND, "payment_intent");

    add(
        "POST",
        "/v1/payment_methods",
        "payment_method.create",
        true,
        PaymentMethods::create,
        CARD,
        BILLING,
        Set.of("type", "key"));
    get("/v1/payment_methods/{id}", "payment_method.retrieve", PaymentMethods::retrieve);
    add("POST", "/v1/tokens", "token.create", true, Tokens::create, CARD, Set.of("key"));
    get("/v1/tokens/{id}", "token.retrieve", Tokens::retrieve);
    get("/v1/events/{id}", "event.retrieve", Events::retrieve);
    list("/v1/events", "event.list", Kind.EVENT, "type");
    get("/v1/balance", "balance.retrieve", Balance::retrieve);
  }

  /** The operation at this place, or null. */
  Endpoint find(String method, String path) {
    String[] parts = path.split("/");
    return table.stream().filter(e -> e.matches(method, parts)).findFirst().orElse(null);
  }

  private static Set<String> method() {
    Set<String> names = new HashSet<>(Set.of("payment_method", "payment_method_data[type]"));
    for (Set<String> inner : List.of(CARD, BILLING)) {
      for (String name : inner) {
        names.add("payment_method_data[" + name.replaceFirst("\\[", "]["));
      }
    }
    return names;
  }

  @SafeVarargs
  private void post(
      String path, String operation, Function<Call, Answer> action, Set<String>... params) {
    add("POST", path, operation, false, action, params);
  }

  private void get(String path, String operation, Function<Call, Answer> action) {
    add("GET", path, operation, false, action);
  }

  private void list(String path, String operation, Kind kind, String group) {
    Set<String> filters = new HashSet<>(Listing.PARAMS);
    if (group != null) {
      filters.add(group);
    }
    if (kind == Kind.REFUND) {
      filters.add("charge");
    }
    add("GET", path, operation, false, new Listing(kind, path, group), filters);
  }

  @SafeVarargs
  private void add(
      String method,
      String path,
      String operation,
      boolean publishable,
      Function<Call, Answer> action,
      Set<String>... params) {
    Set<String> all = new HashSet<>(EXPAND);
    for (Set<String> some : params) {
      all.addAll(some);
    }
    table.add(new Endpoint(method, path.split("/"), operation, publishable, all, action));
  }
}
