package dev.ticketing.system.soak.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Things to choose from at random; who takes one has it alone until it is put back. */
public final class Pool<T> {

  private final List<T> things = new ArrayList<>();

  public synchronized void add(T thing) {
    things.add(thing);
  }

  public synchronized Optional<T> take(Random random) {
    if (things.isEmpty()) {
      return Optional.empty();
    }
    int index = random.nextInt(things.size());
    T taken = things.get(index);
    T last = things.remove(things.size() - 1);
    if (index < things.size()) {
      things.set(index, last);
    }
    return Optional.of(taken);
  }

  /** One of them, which stays for others to choose. */
  public synchronized Optional<T> any(Random random) {
    return things.isEmpty()
        ? Optional.empty()
        : Optional.of(things.get(random.nextInt(things.size())));
  }

  /** Takes all those out. */
  public synchronized List<T> takeAll(Predicate<T> which) {
    List<T> taken = things.stream().filter(which).toList();
    things.removeIf(which);
    return taken;
  }

  public synchronized List<T> all() {
    return List.copyOf(things);
  }

  public synchronized int size() {
    return things.size();
  }
}
