package dev.ticketing.system.soak;

import dev.ticketing.system.soak.behaviour.Audits;
import dev.ticketing.system.soak.behaviour.Behaviour;
import dev.ticketing.system.soak.behaviour.Browses;
import dev.ticketing.system.soak.behaviour.Cancels;
import dev.ticketing.system.soak.behaviour.CancelsWhilePaying;
import dev.ticketing.system.soak.behaviour.Edits;
import dev.ticketing.system.soak.behaviour.Lists;
import dev.ticketing.system.soak.behaviour.LooksAtATicket;
import dev.ticketing.system.soak.behaviour.LooksAtOwn;
import dev.ticketing.system.soak.behaviour.LooksAtTheClock;
import dev.ticketing.system.soak.behaviour.Meddles;
import dev.ticketing.system.soak.behaviour.Orders;
import dev.ticketing.system.soak.behaviour.OrdersTwice;
import dev.ticketing.system.soak.behaviour.Pays;
import dev.ticketing.system.soak.behaviour.PaysBadly;
import dev.ticketing.system.soak.behaviour.PaysLate;
import dev.ticketing.system.soak.behaviour.PaysTwice;
import dev.ticketing.system.soak.behaviour.RacesWithTheSeller;
import dev.ticketing.system.soak.behaviour.SignsUp;
import dev.ticketing.system.soak.behaviour.WantsWhatIsHeld;
import dev.ticketing.system.soak.behaviour.WantsWhatIsSold;
import dev.ticketing.system.soak.behaviour.Withdraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How often people do what. More is ordered than is paid or cancelled: about a third of the orders
 * is left to the clock.
 */
final class Mix {

  private record Share(int weight, Behaviour behaviour) {}

  private static final List<Share> SHARES =
      List.of(
          new Share(3, new SignsUp()),
          new Share(14, new Lists()),
          new Share(5, new Edits()),
          new Share(1, new Withdraws()),
          new Share(2, new RacesWithTheSeller()),
          new Share(18, new Orders()),
          new Share(3, new OrdersTwice()),
          new Share(3, new WantsWhatIsHeld()),
          new Share(1, new WantsWhatIsSold()),
          new Share(7, new Pays()),
          new Share(2, new PaysTwice()),
          new Share(3, PaysBadly.withADeclinedCard()),
          new Share(1, PaysBadly.withNonsense()),
          new Share(2, new PaysLate()),
          new Share(3, Cancels.once()),
          new Share(1, Cancels.twice()),
          new Share(2, new CancelsWhilePaying()),
          new Share(8, new Browses()),
          new Share(6, new LooksAtATicket()),
          new Share(5, new LooksAtOwn()),
          new Share(2, new LooksAtTheClock()),
          new Share(2, new Meddles()),
          new Share(6, new Audits()));

  private final List<Behaviour> choice = new ArrayList<>();

  Mix() {
    for (Share share : SHARES) {
      for (int i = 0; i < share.weight(); i++) {
        choice.add(share.behaviour());
      }
    }
  }

  Behaviour next(Random random) {
    return choice.get(random.nextInt(choice.size()));
  }
}
