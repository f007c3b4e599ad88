package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ABSENCE;
import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.outbox.Addressees;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is behind a unit, a role or an account today; three statements whatever their number. */
@Component
class StaffAddressees implements Addressees {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  StaffAddressees(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  @Override
  public Map<Recipient, List<Person>> of(Collection<Recipient> recipients) {
    if (recipients.isEmpty()) {
      return Map.of();
    }
    Map<Recipient, Set<Long>> meant = new HashMap<>();
    Set<Integer> units = new HashSet<>();
    Set<String> roles = new HashSet<>();
    for (Recipient one : recipients) {
      String[] parts = one.word().split(":", 3);
      meant.put(one, new HashSet<>());
      switch (parts[0]) {
        case "unit" -> units.add(Integer.valueOf(parts[1]));
        case "role" -> roles.add(parts[1]);
        case "account" -> meant.get(one).add(Long.valueOf(parts[1]));
        default -> throw new IllegalArgumentException("no staff");
      }
    }
    for (Held post : held(units, roles)) {
      for (Recipient word : post.words()) {
        Set<Long> there = meant.get(word);
        if (there != null) {
          there.add(post.account());
        }
      }
    }
    return named(meant);
  }

  private List<Held> held(Set<Integer> units, Set<String> roles) {
    Condition asked = Among.these(POST.UNIT_ID, units).or(Among.these(POST.ROLE, roles));
    return sql.select(POST.ACCOUNT_ID, POST.UNIT_ID, POST.ROLE)
        .from(POST)
        .where(POST.DISTRICT_ID.eq(scope.district()), POST.ENDED_ON.isNull(), asked)
        .fetch(row -> new Held(row.value1(), row.value2(), row.value3()));
  }

  private Map<Recipient, List<Person>> named(Map<Recipient, Set<Long>> meant) {
    Set<Long> asked = meant.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<Long, Long> deputies = deputies(asked);
    Set<Long> all = new HashSet<>(asked);
    all.addAll(deputies.values());
    Map<Long, Person> people = people(all);
    Map<Recipient, List<Person>> named = new HashMap<>();
    meant.forEach(
        (recipient, accounts) -> named.put(recipient, present(accounts, deputies, people)));
    return named;
  }

  /** Whoever is away keeps it in his inbox, his deputy is told. */
  private static List<Person> present(
      Set<Long> accounts, Map<Long, Long> deputies, Map<Long, Person> people) {
    List<Person> present = new ArrayList<>();
    for (long account : accounts) {
      Person person = people.get(account);
      Long deputy = deputies.get(account);
      Person standIn = deputy == null ? null : people.get(deputy);
      if (standIn != null) {
        present.add(standIn);
      }
      if (person != null) {
        present.add(
            new Person(person.accountId(), person.name(), person.mobile(), standIn != null));
      }
    }
    return present;
  }

  private Map<Long, Long> deputies(Collection<Long> accounts) {
    return sql.select(ABSENCE.ACCOUNT_ID, DSL.max(ABSENCE.DEPUTY_ID))
        .from(ABSENCE)
        .where(ABSENCE.DISTRICT_ID.eq(scope.district()), Among.these(ABSENCE.ACCOUNT_ID, accounts))
        .and(Absences.on(now.today()))
        .and(ABSENCE.DEPUTY_ID.isNotNull())
        .groupBy(ABSENCE.ACCOUNT_ID)
        .fetchMap(ABSENCE.ACCOUNT_ID, row -> row.value2());
  }

  private Map<Long, Person> people(Collection<Long> accounts) {
    return sql.select(ACCOUNT.ID, ACCOUNT.PERSON_NAME, ACCOUNT.MOBILE)
        .from(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), Among.these(ACCOUNT.ID, accounts))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .fetchMap(ACCOUNT.ID, row -> new Person(row.value1(), row.value2(), row.value3(), false));
  }

  /** A post and the recipients it answers to. */
  private record Held(long account, @Nullable Integer unit, String role) {
    List<Recipient> words() {
      List<Recipient> words = new ArrayList<>();
      words.add(Recipient.role(role));
      if (unit != null) {
        words.add(Recipient.unit(unit));
        words.add(Recipient.unit(unit, role));
      }
      return words;
    }
  }
}
