package cn.lianban.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts names beside what the trail keeps as kinds and numbers. Names are those of today and stand
 * in no seal.
 */
@Component
class TrailNames {
  private static final Pattern REFERENCE = Pattern.compile("([a-zA-Z]+):(\\d{1,18})");

  /** As {@link AuditTrail#text} writes it. */
  private static final Pattern ABSENT = Pattern.compile("\"for\":\"(account:\\d{1,18})\"");

  private final ObjectProvider<Naming> rooms;

  TrailNames(ObjectProvider<Naming> rooms) {
    this.rooms = rooms;
  }

  /** Asks each room once for all rows. */
  List<AuditEntry> beside(List<AuditEntry> rows) {
    Map<String, Named> names =
        of(
            rows.stream()
                .flatMap(row -> Stream.of(row.actor(), row.subject(), absent(row)))
                .filter(reference -> !reference.isEmpty())
                .collect(toSet()));
    return rows.stream().map(row -> row.with(by(row, names), names.get(row.subject()))).toList();
  }

  private Map<String, Named> of(Collection<String> references) {
    Map<String, Set<Long>> wanted =
        references.stream()
            .map(REFERENCE::matcher)
            .filter(Matcher::matches)
            .collect(
                groupingBy(
                    parts -> parts.group(1),
                    mapping(parts -> Long.valueOf(parts.group(2)), toSet())));
    Map<String, Named> names = new HashMap<>();
    rooms.stream()
        .filter(room -> wanted.containsKey(room.kind()))
        .forEach(
            room ->
                room.names(wanted.getOrDefault(room.kind(), Set.of()))
                    .forEach((number, name) -> names.put(room.kind() + ":" + number, name)));
    return names;
  }

  private static AuditActor by(AuditEntry row, Map<String, Named> names) {
    Named who = names.get(row.actor());
    Named absent = names.get(absent(row));
    return new AuditActor(
        AuditActor.Kind.of(row.actor(), who),
        name(who),
        who == null ? null : who.unit(),
        who == null ? null : who.role(),
        name(absent));
  }

  private static @Nullable String name(@Nullable Named named) {
    return named == null ? null : named.name();
  }

  /** Empty: he did it for himself. */
  private static String absent(AuditEntry row) {
    Matcher told = ABSENT.matcher(row.facts());
    return told.find() ? told.group(1) : "";
  }
}
