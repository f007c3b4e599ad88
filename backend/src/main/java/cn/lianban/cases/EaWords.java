package cn.lianban.cases;

import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What our columns are called in one of the supervision tables, and its codes in ours. */
final class EaWords {
  static final String ITEM_CODE = "itemcode";
  private final Map<String, String> ours = new HashMap<>();
  private final Map<String, String> theirs = new HashMap<>();

  EaWords(List<EaTable.Field> fields) {
    for (EaTable.Field field : fields) {
      if (field.ours() != null) {
        ours.put(field.column().key(), field.ours());
        theirs.put(field.ours(), field.column().key());
      }
    }
  }

  Row ours(Row row) {
    Row renamed = row.renamed(ours).with(CaseColumns.SOURCE, EaCases.SOURCE);
    return row.has(EaCodes.RESULT)
        ? renamed.with(CaseColumns.OUTCOME, EaCodes.outcome(row.text(EaCodes.RESULT)))
        : renamed;
  }

  Row theirs(Row known) {
    return EaCodes.outcome(known.renamed(theirs), known);
  }

  /** Fields that we keep nothing for, and codes that mean the same, as the file says them. */
  Row theirs(Row known, @Nullable Row asked) {
    Row spoken = theirs(known);
    if (asked == null) {
      return spoken;
    }
    for (String column : asked.columns()) {
      boolean same =
          switch (column) {
            case EaCodes.RESULT -> EaCodes.sameEnd(asked.text(column), known);
            case ITEM_CODE ->
                known.need(CaseColumns.ITEM_CODE).equals(asked.text(EaBasics.IMPLEMENT_CODE));
            default -> !ours.containsKey(column);
          };
      if (same) {
        spoken = spoken.with(column, asked.text(column));
      }
    }
    return spoken;
  }

  /** As the findings, at the table's own fields. */
  Findings telling(Findings findings) {
    return new Translating(findings);
  }

  private final class Translating implements Findings {
    private final Findings findings;

    Translating(Findings findings) {
      this.findings = findings;
    }

    @Override
    public void refuse(Row row, @Nullable String column, String words) {
      findings.refuse(row, column == null ? null : theirs.get(column), words);
    }

    @Override
    public void note(Row row, String words) {
      findings.note(row, words);
    }
  }
}
