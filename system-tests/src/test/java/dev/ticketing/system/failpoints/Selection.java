package dev.ticketing.system.failpoints;

import java.util.List;
import java.util.stream.Stream;

/** Which fail points are tried. */
final class Selection {

  private Selection() {}

  static List<FailPoint> chosen() {
    String names = System.getProperty("failpoints", "all");
    return names.equals("all")
        ? FailPoints.all()
        : Stream.of(names.split(",")).map(FailPoints::named).toList();
  }
}
