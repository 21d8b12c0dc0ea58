package dev.ticketing.system.soak;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.running.Consistency;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.soak.behaviour.Behaviour;
import dev.ticketing.system.soak.behaviour.Lists;
import dev.ticketing.system.soak.behaviour.Scene;
import dev.ticketing.system.soak.behaviour.SignsUp;
import dev.ticketing.system.soak.calls.Calls;
import dev.ticketing.system.soak.calls.Rotation;
import dev.ticketing.system.soak.calls.Tally;
import dev.ticketing.system.soak.market.Contradictions;
import dev.ticketing.system.soak.market.Market;
import dev.ticketing.system.soak.market.Person;
import dev.ticketing.system.soak.measure.MemoryWatch;
import dev.ticketing.system.soak.measure.Reckoning;
import dev.ticketing.system.soak.measure.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * A marketplace full of people for as long as is wanted, then the reckoning. What must not have
 * happened is in {@link #failures()}.
 */
final class Soak {

  private static final int FIRST_PEOPLE = 20;
  private static final int FIRST_TICKETS = 40;
  private static final int LOOKS = 10;
  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(3);

  private final SoakSettings settings;
  private final List<Node> nodes;
  private final Ticketing ticketing;
  private final Topics topics;
  private final Tally tally = new Tally();
  private final Market market = new Market();
  private final Contradictions contradictions = new Contradictions();
  private final List<String> failures = new ArrayList<>();

  Soak(SoakSettings settings, List<Node> nodes, Ticketing ticketing) {
    this.settings = settings;
    this.nodes = nodes;
    this.ticketing = ticketing;
    this.topics = new Topics(ticketing.machinery().stack().broker().bootstrapServers());
  }

  /** Runs it to its end and tells of it. */
  Report run() throws InterruptedException {
    Calls calls = new Calls(new Rotation(nodes.stream().map(Node::server).toList()), tally);
    populate(calls);
    Report report = new Report(settings);
    Arrivals arrivals = new Arrivals(settings, market, calls, contradictions);
    Killer killer = new Killer(nodes);
    MemoryWatch memory = watch();
    try (memory;
        killer) {
      memory.start();
      if (nodes.size() > 1) {
        killer.start(settings.kill());
      }
      arrivals.run();
    }
    report.fact("Actions begun", arrivals.begun());
    report.fact("Turned away because too many were underway", arrivals.turnedAway());
    report.fact("In the end", market);
    report.fact("Sessions", Person.renewals());
    if (nodes.size() > 1) {
      report.fact("Seconds from each kill to readiness", killer.secondsToReady());
      report.fact("Requests that went to the other server", tally.elsewhere());
    }
    report.fact("Refused because an event took too long", late());
    reckon(report);
    report.answers(tally).memory(memory.samples());
    report.list("Unexpected answers", fail(tally.unexpected()));
    return report.list("Contradictions while it ran", fail(contradictions.found()));
  }

  List<String> failures() {
    return failures;
  }

  private String late() {
    long late = tally.refusedAsUnknownYet();
    if (late > settings.late() * tally.answers()) {
      fail(List.of(late + " refusals because an event took too long"));
    }
    return late + " of " + tally.answers();
  }

  private void populate(Calls calls) {
    Scene scene = new Scene(new Random(settings.seed()), market, calls, contradictions);
    Behaviour signsUp = new SignsUp();
    Behaviour lists = new Lists();
    for (int i = 0; i < FIRST_PEOPLE; i++) {
      signsUp.act(scene);
    }
    for (int i = 0; i < FIRST_TICKETS; i++) {
      lists.act(scene);
    }
  }

  private MemoryWatch watch() {
    Map<String, LongSupplier> processes = new LinkedHashMap<>();
    nodes.forEach(node -> processes.put(node.server().name(), node.pid()));
    processes.put("dev-stack and driver", ProcessHandle.current()::pid);
    Duration often = settings.duration().dividedBy(LOOKS);
    Duration minute = Duration.ofMinutes(1);
    Duration every = often.compareTo(minute) < 0 ? often : minute;
    return new MemoryWatch(processes, () -> market.ledger().size(), every);
  }

  private void reckon(Report report) {
    DevStack stack = ticketing.machinery().stack();
    List<String> wrong;
    try (Wire wire = new Wire(nodes.get(0).server().uri())) {
      Reckoning reckoning = new Reckoning(market, stack.stripe(), wire);
      wrong = fail(reckoning.contradictions());
      report.fact("Orders by their end", reckoning.ends());
    }
    report.fact("Orders expired, after their deadline", Report.spread(topics.expiryLags()));
    report.list("Contradictions in the end", wrong);
    report.list("Dead letters", fail(topics.deadLetters()));
    report.list("Findings of the consistency checker", fail(inconsistencies()));
  }

  private List<String> inconsistencies() {
    try {
      Consistency.awaitClean(ticketing, SETTLES_WITHIN);
      return List.of();
    } catch (AssertionError e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private List<String> fail(List<String> what) {
    failures.addAll(what);
    return what;
  }
}
