package dev.ticketing.devstack.stripe;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * One operation of the API: where it is called, what a switch calls it, whether a browser's
 * publishable key may call it, the parameters it knows, and what it does.
 */
record Endpoint(
    String method,
    String[] template,
    String operation,
    boolean publishable,
    Set<String> params,
    Function<Call, Answer> action) {

  boolean matches(String method, String[] path) {
    if (!this.method.equals(method) || path.length != template.length) {
      return false;
    }
    for (int i = 0; i < path.length; i++) {
      if (!template[i].equals("{id}") && !template[i].equals(path[i])) {
        return false;
      }
    }
    return true;
  }

  /** The part of the path in the place of the id, or null where there is none. */
  String id(String[] path) {
    for (int i = 0; i < template.length; i++) {
      if (template[i].equals("{id}")) {
        return path[i];
      }
    }
    return null;
  }

  boolean writes() {
    return method.equals("POST");
  }

  /** The names of what this request does: a creation may confirm as well. */
  Set<String> operations(Params params) {
    Set<String> operations = new HashSet<>(Set.of(operation));
    if (operation.equals("create") && "true".equals(params.text("confirm"))) {
      operations.add("confirm");
    }
    return operations;
  }

  Answer run(Call call) {
    call.params().allowOnly(params);
    Answer answer = action.apply(call);
    if (answer.status() == 200) {
      Expansion.apply(answer.body(), call.params().list("expand"), call.changes());
    }
    return answer;
  }
}
