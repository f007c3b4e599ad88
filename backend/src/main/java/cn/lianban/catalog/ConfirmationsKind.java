package cn.lianban.catalog;

import cn.lianban.clock.BudgetUnit;
import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Limits as somebody confirms them: the list goes out with what is confirmed so far, comes back
 * filled in, and every row that changed is a version of its item under the document it names.
 */
@Component
class ConfirmationsKind implements Kind {
  private static final String CODE = ItemFiles.CODE;
  private static final String NAME = "name";
  private static final String APPROVAL = "approvalType";
  private static final String STATUTORY = "statutoryLimit";
  private static final String PROMISED = "promisedLimit";
  private static final String UNIT = "limitUnit";
  private static final String BASIS = "legalBasis";
  private static final String DOCUMENT = "documentNo";
  private static final int LONGEST = 3660;
  private final ItemFiles files;
  private final Editions editions;
  private final VersionQueries versions;
  private final ImportedVersions imported;

  ConfirmationsKind(
      ItemFiles files, Editions editions, VersionQueries versions, ImportedVersions imported) {
    this.files = files;
    this.editions = editions;
    this.versions = versions;
    this.imported = imported;
  }

  @Override
  public String name() {
    return "item-confirmations";
  }

  @Override
  public String title() {
    return "事项时限确认表";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(CODE, "事项编码").aliases("item_code", "编码").max(200).asIdentity(),
        Column.text(NAME, "事项名称").aliases("item_name", "名称").max(600),
        Column.code(APPROVAL, "办件类型", ListWords.approvalTypes()),
        Column.integer(STATUTORY, "法定时限").aliases("法定办结时限"),
        Column.integer(PROMISED, "承诺时限").aliases("承诺办结时限"),
        Column.code(UNIT, "时限单位", ListWords.units()).aliases("单位"),
        Column.text(BASIS, "法定依据").aliases("设定依据").max(4000),
        Column.text(DOCUMENT, "确认文号").aliases("文号").max(200));
  }

  @Override
  public void authoriseExport() {
    files.requireStaff();
  }

  @Override
  public void authoriseImport() {
    files.requireConfirmer();
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    return rows(files.named(wanted));
  }

  private List<Row> rows(Map<String, Item> known) {
    Map<Long, ItemVersion> inForce =
        versions.inForce(known.values().stream().map(Item::id).toList());
    return known.values().stream()
        .filter(Item::published) // of another nothing is in force yet
        .map(item -> row(item, Objects.requireNonNull(inForce.get(item.id()))))
        .toList();
  }

  private static Row row(Item item, ItemVersion version) {
    ItemContent content = version.content();
    return Row.empty()
        .with(CODE, item.code())
        .with(NAME, content.name())
        .with(APPROVAL, content.approvalType())
        .with(STATUTORY, content.statutoryLimit())
        .with(PROMISED, content.promisedLimit())
        .with(UNIT, content.limitUnit())
        .with(BASIS, content.legalBasis())
        .with(DOCUMENT, version.trail().documentNo());
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Map<String, Item> known = files.named(rows);
    for (Row row : rows) {
      Item item = known.get(row.need(CODE));
      if (item == null) {
        findings.refuse(row, CODE, "目录中没有这个编码");
      } else if (!item.published()) {
        findings.refuse(row, CODE, "该编码的新事项正在起草，还没有发布");
      } else if (!files.mayConfirm(item)) {
        findings.refuse(row, CODE, "不是本部门的事项");
      } else if (row.text(NAME) != null && !row.need(NAME).equals(item.name())) {
        findings.refuse(row, NAME, "与目录中的名称“" + item.name() + "”不符，可能填错行");
      } else {
        checkLimits(row, item, findings);
      }
    }
  }

  private static void checkLimits(Row row, Item item, Findings findings) {
    Integer promised = row.has(PROMISED) ? row.integer(PROMISED) : item.promisedLimit();
    Integer statutory = row.has(STATUTORY) ? row.integer(STATUTORY) : item.statutoryLimit();
    if (promised == null && item.promisedLimit() != null) {
      findings.refuse(row, PROMISED, "已确认的承诺时限不能清空");
    } else if (promised != null && (promised < 0 || promised > LONGEST)) {
      findings.refuse(row, PROMISED, "须在 0 至 " + LONGEST + " 之间");
    } else if (statutory != null && (statutory < 0 || statutory > LONGEST)) {
      findings.refuse(row, STATUTORY, "须在 0 至 " + LONGEST + " 之间");
    } else if (promised != null && statutory != null && promised > statutory) {
      findings.refuse(row, PROMISED, "承诺时限不得超过法定时限 " + statutory);
    } else if (promised != null
        && !promised.equals(item.promisedLimit())
        && row.text(DOCUMENT) == null) {
      findings.refuse(row, DOCUMENT, "确认时限须填写文号");
    }
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    List<Row> rows = changes.stream().map(Change::row).toList();
    Map<String, Item> known = files.named(rows);
    Map<Long, ItemVersion> inForce =
        versions.inForce(known.values().stream().map(Item::id).toList());
    for (Row row : rows) {
      Item item = Objects.requireNonNull(known.get(row.need(CODE)));
      ItemVersion current = Objects.requireNonNull(inForce.get(item.id()));
      String document = Objects.requireNonNullElse(row.text(DOCUMENT), "导入 " + incoming.importId());
      editions.imported(current, content(row, current.content()), document);
    }
  }

  @Override
  public boolean undoable() {
    return true;
  }

  @Override
  public void restore(List<Change> changes, Findings findings, Incoming incoming) {
    Map<String, Item> known = files.named(changes.stream().map(Change::row).toList());
    for (Change change : changes) {
      Row written = Objects.requireNonNull(change.before());
      Item item = Objects.requireNonNull(known.get(written.need(CODE)));
      if (!imported.takeBack(item.id(), earlier -> content(written, earlier))) {
        findings.refuse(change.row(), CODE, "事项在导入后又有新版本");
      }
    }
  }

  private static ItemContent content(Row row, ItemContent now) {
    String approval = row.text(APPROVAL);
    String unit = row.text(UNIT);
    return now.limited(
        approval == null ? now.approvalType() : ApprovalType.valueOf(approval),
        row.has(STATUTORY) ? row.integer(STATUTORY) : now.statutoryLimit(),
        row.has(PROMISED) ? row.integer(PROMISED) : now.promisedLimit(),
        unit == null ? now.limitUnit() : BudgetUnit.valueOf(unit),
        row.has(BASIS) ? Objects.requireNonNullElse(row.text(BASIS), "") : now.legalBasis());
  }

  @Override
  public Set<String> filters() {
    return ItemFiles.FILTERS;
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    files.pages(
        selection,
        page -> {
          Map<Long, ItemVersion> inForce = versions.inForce(page.stream().map(Item::id).toList());
          page.forEach(
              item -> sink.accept(row(item, Objects.requireNonNull(inForce.get(item.id())))));
        });
  }
}
