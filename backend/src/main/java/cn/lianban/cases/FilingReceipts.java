package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duty;
import cn.lianban.outbox.Notice;
import cn.lianban.outbox.Outbox;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an applicant has in his hands after filing: on the screen once, and by SMS. */
@Component
class FilingReceipts {
  private static final String KIND = "case.code"; // its text is a secret
  private final Cases cases;
  private final CaseQueries queries;
  private final CaseClocks clocks;
  private final Items items;
  private final Units units;
  private final Outbox outbox;

  FilingReceipts(
      Cases cases,
      CaseQueries queries,
      CaseClocks clocks,
      Items items,
      Units units,
      Outbox outbox) {
    this.cases = cases;
    this.queries = queries;
    this.clocks = clocks;
    this.items = items;
    this.units = units;
    this.outbox = outbox;
  }

  CaseFile file(WayIn.Accepted filed) {
    return cases.visible(filed.id());
  }

  /** Also tells number and password to the applicant's mobile; in the caller's transaction. */
  Receipt of(WayIn.Accepted filed) {
    CaseFile file = file(filed);
    Applicant who = queries.applicants(List.of(file.applicantId())).get(file.applicantId());
    if (who != null && who.mobile() != null && Recipient.isMobile(who.mobile())) {
      String text =
          "申请已收到。办件编号 "
              + file.number()
              + "，查询密码 "
              + filed.queryPassword()
              + "。凭编号和密码可查进度、补交材料，请勿告诉他人。以最后一条短信的密码为准。";
      outbox.tell(
          Notice.of(
                  KIND, "case:" + file.id(), Set.of(Recipient.mobile(who.mobile())), "申请已收到", text)
              .asUrgent()
              .once(KIND + ":" + UUID.randomUUID()));
    }
    Duty duty = clocks.find(CaseClocks.ACCEPTANCE, file.id());
    return new Receipt(
        file.number(),
        filed.queryPassword(),
        items.find(file.itemId()).map(Item::name).orElse(""),
        units.find(file.acceptUnitId()).map(Unit::name).orElse(""),
        duty == null ? null : duty.dueOn());
  }

  /** Shown once. */
  record Receipt(
      String number,
      String queryPassword,
      String itemName,
      String unitName,
      @Nullable LocalDate answerBy) {}
}
