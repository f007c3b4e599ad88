package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Ids;
import cn.lianban.identity.Role;
import cn.lianban.outbox.Audience;
import cn.lianban.outbox.Notice;
import cn.lianban.outbox.Outbox;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Now;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells people at work of a case: whoever has to do something with it now, and nobody else. In the
 * transaction of what happened.
 */
@Component
class StaffNotices implements Audience {
  private final CaseQueries queries;
  private final Items items;
  private final Handlings handlings;
  private final Outbox outbox;
  private final Now now;

  StaffNotices(CaseQueries queries, Items items, Handlings handlings, Outbox outbox, Now now) {
    this.queries = queries;
    this.items = items;
    this.handlings = handlings;
    this.outbox = outbox;
    this.now = now;
  }

  /**
   * @param what after "办件 …": what happened and what is to be done
   */
  void tell(StaffNotice kind, long caseId, Set<Recipient> to, String what) {
    CaseFile file = file(caseId);
    if (file == null || file.test()) {
      return;
    }
    String item = items.find(file.itemId()).map(Item::name).orElse("");
    String title = kind.words + "：" + cut(item, 80);
    String text = "办件 " + file.number() + "（" + cut(item, 80) + "）" + cut(what, 300);
    Notice notice =
        Notice.of(kind.code, "case:" + caseId, withChannels(to), title, text)
            .at("/cases/" + Ids.of(CaseFile.KIND, caseId))
            .once(key(kind, caseId, to));
    outbox.tell(kind.urgent ? notice.asUrgent() : notice);
  }

  /** The unit is asked to take the question over; who asked, and what, is read there. */
  void tell(Consultation one, int unitId) {
    Long item = one.itemId();
    String of = item == null ? "" : items.find(item).map(Item::name).orElse("");
    String about = of.isEmpty() ? "" : "：" + cut(of, 80);
    StaffNotice kind = StaffNotice.CONSULTATION;
    outbox.tell(
        Notice.of(
                kind.code,
                "consultation:" + one.id(),
                withChannels(Set.of(Recipient.unit(unitId))),
                kind.words + about,
                "咨询" + about + " 转到本单位，请接收并答复；接收前仍由转出单位负责。")
            .at("/consultations/" + Ids.of(Consultation.KIND, one.id()))
            .once(kind.code + ":" + one.id() + ":" + one.version()));
  }

  /** What is told is told in a change that is done once; the moment tells repetitions apart. */
  private String key(StaffNotice kind, long caseId, Set<Recipient> to) {
    String whom = to.stream().map(Recipient::word).sorted().collect(Collectors.joining(","));
    return kind.code + ":" + caseId + ":" + now.instant() + ":" + cut(whom, 200);
  }

  private static Set<Recipient> withChannels(Set<Recipient> to) {
    Set<Recipient> all = new HashSet<>(to);
    all.add(Recipient.channels());
    return all;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private @Nullable CaseFile file(long caseId) {
    return queries.byIds(List.of(caseId)).get(caseId);
  }

  /** Who grants the green channel and sees the case: what stays below has heads below. */
  Set<Recipient> approvers(long caseId) {
    CaseFile file = file(caseId);
    if (file == null) {
      return Set.of();
    }
    String head = Role.DEPARTMENT_HEAD.name();
    return file.atDistrict() || file.acceptUnitId() == file.decideUnitId()
        ? Set.of(Recipient.unit(file.decideUnitId(), head))
        : Set.of(Recipient.unit(file.acceptUnitId(), head), Recipient.role(Role.LEADER.name()));
  }

  /** The unit that supervises what was decided. */
  Set<Recipient> overseer(long caseId) {
    CaseFile file = file(caseId);
    if (file == null) {
      return Set.of();
    }
    Integer named = handlings.of(file.itemId()).overseerUnitId();
    return Set.of(Recipient.unit(named == null ? file.decideUnitId() : named));
  }

  /** Accepting and deciding unit. */
  Set<Recipient> both(long caseId) {
    CaseFile file = file(caseId);
    return file == null
        ? Set.of()
        : new HashSet<>(
            List.of(Recipient.unit(file.acceptUnitId()), Recipient.unit(file.decideUnitId())));
  }

  @Override
  public Set<String> kinds() {
    return Arrays.stream(StaffNotice.values())
        .filter(StaffNotice::known)
        .map(kind -> kind.code)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<Recipient> recipients(String kind, String subjectId) {
    long id = Ids.parse(CaseFile.KIND, subjectId);
    CaseFile file = file(id);
    if (file == null) {
      return Set.of();
    }
    return switch (StaffNotice.of(kind)) {
      case TO_SIGN -> withChannels(Set.of(Recipient.unit(file.decideUnitId())));
      case RETURNED, SUPPLEMENT_SENT -> withChannels(Set.of(Recipient.unit(file.acceptUnitId())));
      case GREEN_ASKED -> withChannels(approvers(id));
      case TO_TAKE_OVER, PROMISE_BROKEN -> withChannels(overseer(id));
      case DISPUTED -> withChannels(Set.of(Recipient.role(Role.SUPERVISOR.name())));
      case RULED -> withChannels(both(id));
      default -> Set.of();
    };
  }
}
