package dev.ticketing.expiration.adapter.timer;

import dev.ticketing.expiration.application.Alarm;
import dev.ticketing.expiration.application.ExpireReservations;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.NoSuchObjectLocalException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/**
 * One EJB timer for all reservations: it is set for the earliest deadline, and when it rings, what
 * is due expires and it is set for the next. However many reservations wait, there is one timer,
 * and nothing to restore after a restart but the next deadline. Twice a minute it looks on its own,
 * for deadlines that another server heard of and took down with it.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeadlineTimer {

  private static final System.Logger LOG = System.getLogger(DeadlineTimer.class.getName());
  private static final long RETRY_MILLIS = 1_000;

  @Resource private TimerService timers;
  @Inject private ExpireReservations expireReservations;
  @Inject private Alarm alarm;
  @Inject private Clock clock;

  private Timer timer;

  @PostConstruct
  void begin() {
    alarm.connect(this::wind);
  }

  /** Called by the alarm alone, which lets one thread in at a time. */
  private void wind(Instant time) {
    cancelTimer();
    timer = timers.createSingleActionTimer(Date.from(time), new TimerConfig(null, false));
  }

  private void cancelTimer() {
    try {
      if (timer != null) {
        timer.cancel();
      }
    } catch (NoSuchObjectLocalException e) {
      LOG.log(System.Logger.Level.DEBUG, "The timer has just rung");
    }
  }

  @Timeout
  void ring() {
    alarm.reset();
    expireWhatIsDue();
  }

  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  void look() {
    expireWhatIsDue();
  }

  private void expireWhatIsDue() {
    try {
      expireReservations.run().ifPresent(alarm::setFor);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Cannot expire reservations now, will try again: " + e);
      alarm.setFor(clock.instant().plusMillis(RETRY_MILLIS));
    }
  }
}
