package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A batch of staged lines that is being looked at, and what was found. */
final class Looked implements Findings, Incoming {
  private final long importId;
  private final Kind kind;
  private final Map<Integer, StagedRecord> lines = new LinkedHashMap<>();
  private final Map<Integer, Row> rows = new HashMap<>();
  private final Map<Integer, Row> before = new HashMap<>();
  private final Map<Integer, List<Fault>> faults = new HashMap<>();
  private final Map<Integer, List<String>> notes = new HashMap<>();

  Looked(long importId, Kind kind, List<StagedRecord> staged) {
    this.importId = importId;
    this.kind = kind;
    for (StagedRecord line : staged) {
      lines.put(line.getLine(), line);
      rows.put(line.getLine(), Objects.requireNonNull(Texts.row(line.getLine(), line.getRecord())));
    }
  }

  /** Compares with what is there and lets the kind check what is new or changed. */
  void compareAndCheck() {
    compare();
    List<Row> written = rowsOf(LineState.NEW, LineState.CHANGED);
    List<Column> needed = kind.columns().stream().filter(Column::required).toList();
    List<Row> whole = new ArrayList<>();
    for (Row row : written) {
      List<Column> missing =
          before.containsKey(row.number())
              ? List.of()
              : needed.stream().filter(column -> !row.has(column.key())).toList();
      missing.forEach(column -> refuse(row, column.key(), "新记录缺少必填的“" + column.header() + "”一列"));
      if (missing.isEmpty()) {
        whole.add(row);
      }
    }
    if (!whole.isEmpty()) {
      kind.check(whole, this);
    }
    finish();
  }

  private void compare() {
    Map<String, Row> known = new HashMap<>();
    for (Row row : kind.current(List.copyOf(rows.values()))) {
      known.put(kind.keyOf(row), row);
    }
    for (StagedRecord line : lines.values()) {
      Row row = row(line);
      Row there = known.get(kind.keyOf(row));
      line.setBefore(there == null ? null : Texts.of(there.values()));
      if (there == null) {
        line.setState(LineState.NEW.name());
      } else {
        before.put(line.getLine(), there);
        line.setState((same(row, there) ? LineState.UNCHANGED : LineState.CHANGED).name());
      }
    }
  }

  /** In the columns that the file has. */
  static boolean same(Row row, Row there) {
    return row.values().keySet().stream()
        .allMatch(key -> Objects.equals(row.text(key), there.text(key)));
  }

  private void finish() {
    for (StagedRecord line : lines.values()) {
      List<Fault> wrong = faults.get(line.getLine());
      if (wrong != null) {
        line.setState(LineState.REFUSED.name());
      }
      line.setFaults(wrong == null ? null : Texts.of(wrong));
      keepNotes(line);
    }
  }

  private void keepNotes(StagedRecord line) {
    List<String> said = notes.get(line.getLine());
    line.setNotes(said == null ? null : Texts.of(said));
  }

  List<StagedRecord> lines() {
    return List.copyOf(lines.values());
  }

  boolean anyRefused() {
    return !faults.isEmpty();
  }

  /** The first line that is refused, in words. */
  String firstRefusal() {
    return lines.values().stream()
        .filter(line -> faults.containsKey(line.getLine()))
        .findFirst()
        .map(line -> words(line.getLine(), faults.getOrDefault(line.getLine(), List.of())))
        .orElse("");
  }

  /** Every line that is refused, in the order of the file, in words. */
  List<String> refusals() {
    return faults.keySet().stream()
        .sorted()
        .map(line -> words(line, faults.getOrDefault(line, List.of())))
        .toList();
  }

  private static String words(int line, List<Fault> faults) {
    return "第 " + line + " 行：" + faults.getFirst().words();
  }

  /** The headers of the file's columns in which the record is another now. */
  String differing(Row row, Row there) {
    return kind.columns().stream()
        .filter(column -> row.has(column.key()))
        .filter(column -> !Objects.equals(row.text(column.key()), there.text(column.key())))
        .map(Column::header)
        .collect(Collectors.joining("、"));
  }

  private List<Row> rowsOf(LineState... states) {
    List<String> names = new ArrayList<>();
    for (LineState state : states) {
      names.add(state.name());
    }
    return lines.values().stream()
        .filter(line -> names.contains(line.getState()))
        .map(this::row)
        .toList();
  }

  private Row row(StagedRecord line) {
    return Objects.requireNonNull(rows.get(line.getLine()));
  }

  /** Writes what is new or changed; its lines are CREATED or UPDATED then. */
  void apply() {
    List<Change> changes =
        rowsOf(LineState.NEW, LineState.CHANGED).stream()
            .map(row -> new Change(row, before.get(row.number())))
            .toList();
    if (changes.isEmpty()) {
      return;
    }
    kind.apply(changes, this);
    for (Change change : changes) {
      StagedRecord line = Objects.requireNonNull(lines.get(change.row().number()));
      line.setState((change.isNew() ? LineState.CREATED : LineState.UPDATED).name());
      keepNotes(line);
    }
  }

  @Override
  public void refuse(Row row, @Nullable String column, String words) {
    faults.computeIfAbsent(row.number(), any -> new ArrayList<>()).add(new Fault(column, words));
  }

  @Override
  public void note(Row row, String words) {
    List<String> said = notes.computeIfAbsent(row.number(), any -> new ArrayList<>());
    if (!said.contains(words)) {
      said.add(words);
    }
  }

  @Override
  public long importId() {
    return importId;
  }
}
