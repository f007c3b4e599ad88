package cn.lianban.clock;

import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What another national calendar would move in every district: numbers only, for the operator who
 * is about to publish it.
 */
@Component
class NoticeForecast {
  private static final String ACTOR = "job:calendar";
  private final TenantScope scope;
  private final Districts districts;
  private final CalendarForecast forecast;

  NoticeForecast(TenantScope scope, Districts districts, CalendarForecast forecast) {
    this.scope = scope;
    this.districts = districts;
    this.forecast = forecast;
  }

  record DistrictMoves(String code, String name, int movedDuties) {}

  /**
   * @param districts those in which clocks would move, most first
   */
  record Moves(List<DistrictMoves> districts, boolean complete) {
    static final Moves NONE = new Moves(List.of(), true);
  }

  /** Visits the districts one after the other, each in a transaction of its own. */
  Moves of(Recomputation.Days days, NationalCalendar then) {
    return scope.apart(() -> everywhere(days, then));
  }

  private Moves everywhere(Recomputation.Days days, NationalCalendar then) {
    List<DistrictMoves> found = new ArrayList<>();
    boolean complete = true;
    for (int district : districts.ids()) {
      Look look = scope.inDistrict(district, Reach.ALL, ACTOR, () -> look(days, then));
      complete &= look.complete();
      if (look.moves().movedDuties() > 0) {
        found.add(look.moves());
      }
    }
    found.sort(Comparator.comparingInt(DistrictMoves::movedDuties).reversed());
    return new Moves(found, complete);
  }

  private record Look(DistrictMoves moves, boolean complete) {}

  private Look look(Recomputation.Days days, NationalCalendar then) {
    CalendarForecast.Forecast seen = forecast.ofNational(days, then, CalendarForecast.MOST);
    if (seen.movedDuties() == 0) {
      return new Look(new DistrictMoves("", "", 0), seen.complete());
    }
    District here = districts.current().orElseThrow();
    return new Look(
        new DistrictMoves(here.code(), here.name(), seen.movedDuties()), seen.complete());
  }
}
