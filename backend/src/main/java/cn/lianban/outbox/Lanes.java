package cn.lianban.outbox;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One lane a district and target, so that a slow gateway holds up nobody but itself; no transaction
 * is open while a gateway is asked.
 */
@Component
class Lanes implements DisposableBean {
  static final String ACTOR = "job:outbox";
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);
  private static final int AT_ONCE = 32;
  private final TenantScope scope;
  private final Now now;
  private final Claims claims;
  private final Digests digests;
  private final Outcomes outcomes;
  private final Couriers couriers;
  private final Map<String, Future<?>> busy = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Lanes(
      TenantScope scope,
      Now now,
      Claims claims,
      Digests digests,
      Outcomes outcomes,
      Couriers couriers) {
    this.scope = scope;
    this.now = now;
    this.claims = claims;
    this.digests = digests;
    this.outcomes = outcomes;
    this.couriers = couriers;
  }

  /** Starts a lane for each target that something is due to and that has none; does not wait. */
  void start(int district) {
    busy.values().removeIf(Future::isDone);
    Set<String> targets = in(district, () -> scope.write(this::due));
    for (String target : targets) {
      busy.computeIfAbsent(
          district + ":" + target, any -> threads.submit(() -> drive(district, target)));
    }
  }

  private Set<String> due() {
    claims.alone();
    if (claims.isSpreading()) {
      return Set.of(); // next round
    }
    digests.ofStaff();
    return claims.targets();
  }

  private void drive(int district, String target) {
    if (!places.tryAcquire()) {
      return; // next round
    }
    try {
      List<Parcel> parcels = in(district, () -> scope.write(() -> taken(target)));
      if (!parcels.isEmpty()) {
        send(district, target, parcels);
      }
    } catch (RuntimeException failed) {
      log.error("deliveries of district {} to {} not sent", district, target, failed);
    } finally {
      places.release();
    }
  }

  private List<Parcel> taken(String target) {
    boolean robot = !target.equals("SMS") && couriers.isRobot(target);
    if (robot) {
      claims.alone();
    }
    int most = robot ? digests.ofRobot(target) : Claims.BATCH;
    return most == 0 ? List.of() : claims.take(target, most);
  }

  /** After a technical failure its reader waits; when the gateway itself is down, all do. */
  private void send(int district, String target, List<Parcel> parcels) {
    Optional<ChannelGateway.Way> way = in(district, () -> couriers.way(target));
    Set<String> waiting = new HashSet<>();
    for (Parcel parcel : parcels) {
      if (waiting.contains(parcel.recipient()) || waiting.size() >= 2) {
        in(district, () -> scope.write(() -> putBack(parcel)));
      } else if (!parcel.expiresAt().isAfter(now.instant())) {
        in(district, () -> scope.write(() -> noted(() -> outcomes.expired(parcel))));
      } else if (isHeldUp(district, parcel, way)) {
        waiting.add(parcel.recipient());
      }
    }
  }

  private boolean isHeldUp(int district, Parcel parcel, Optional<ChannelGateway.Way> way) {
    long begin = System.nanoTime();
    Answer answer = couriers.send(parcel, way);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    in(district, () -> scope.write(() -> noted(() -> outcomes.record(parcel, answer, millis))));
    return answer.kind() == Answer.Kind.AGAIN;
  }

  private boolean putBack(Parcel parcel) {
    boolean inTime = parcel.expiresAt().isAfter(now.instant());
    claims.move(List.of(parcel.id()), now.instant().plusSeconds(inTime ? 20 : 0));
    return true;
  }

  private static boolean noted(Runnable note) {
    note.run();
    return true;
  }

  private <T> T in(int district, java.util.function.Supplier<T> work) {
    return scope.inDistrict(district, Reach.ALL, ACTOR, work);
  }

  /** Waits until the lanes that run have ended. */
  void settle() {
    for (Future<?> lane : busy.values()) {
      try {
        lane.get(60, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (java.util.concurrent.ExecutionException
          | java.util.concurrent.TimeoutException late) {
        log.warn("a lane has not ended well", late);
      }
    }
  }

  /** What is under way gets a moment; the rest comes back when its lease ends. */
  @Override
  public void destroy() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
