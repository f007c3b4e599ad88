package cn.lianban.organisation;

import cn.lianban.organisation.ServicePoint.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the public finds units: their open halls and windows; stations where there is neither. */
@Component
public class PublicPlaces {
  private final PointQueries queries;

  PublicPlaces(PointQueries queries) {
    this.queries = queries;
  }

  /**
   * By name. A window that has no address, phone or hours of its own has those of its hall, whoever
   * runs that. Two statements.
   */
  public List<PublicPlace> of(Collection<Integer> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    List<ServicePoint> open = queries.open(units);
    Map<Long, ServicePoint> halls =
        queries.byIds(
            open.stream().map(ServicePoint::parentId).filter(Objects::nonNull).distinct().toList());
    var withDesk =
        open.stream()
            .filter(point -> point.kind() != Kind.STATION)
            .map(ServicePoint::unitId)
            .collect(Collectors.toSet());
    return open.stream()
        .filter(point -> point.kind() != Kind.STATION || !withDesk.contains(point.unitId()))
        .map(point -> place(point, point.parentId() == null ? null : halls.get(point.parentId())))
        .toList();
  }

  private static PublicPlace place(ServicePoint point, @Nullable ServicePoint hall) {
    if (hall == null) {
      return new PublicPlace(
          point.unitId(),
          point.kind(),
          point.name(),
          point.address(),
          point.phone(),
          point.enterprise(),
          point.openingHours());
    }
    return new PublicPlace(
        point.unitId(),
        point.kind(),
        hall.name() + " · " + point.name(),
        point.address().isEmpty() ? hall.address() : point.address(),
        point.phone().isEmpty() ? hall.phone() : point.phone(),
        point.enterprise(),
        point.openingHours().isEmpty() ? hall.openingHours() : point.openingHours());
  }
}
