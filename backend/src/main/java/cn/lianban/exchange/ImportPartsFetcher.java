package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import is made of, and what its importer may do now. */
@DgsComponent
class ImportPartsFetcher {
  private static final String TYPE = "DataImport";
  private final ImportQueries queries;
  private final Kinds kinds;
  private final TenantScope scope;
  private final WholeProgress progress;

  ImportPartsFetcher(
      ImportQueries queries, Kinds kinds, TenantScope scope, WholeProgress progress) {
    this.queries = queries;
    this.kinds = kinds;
    this.scope = scope;
    this.progress = progress;
  }

  @DgsData(parentType = TYPE)
  String id(DataFetchingEnvironment env) {
    return Ids.of(DataImport.KIND, source(env).number());
  }

  @DgsData(parentType = TYPE)
  String kindTitle(DataFetchingEnvironment env) {
    String kind = source(env).kind();
    return kinds.listing(kind).map(Listing::title).orElse(kind);
  }

  @DgsData(parentType = TYPE)
  int done(DataFetchingEnvironment env) {
    return progress.of(source(env).number(), source(env).done());
  }

  @DgsData(parentType = TYPE)
  boolean mine(DataFetchingEnvironment env) {
    return isMine(source(env));
  }

  private boolean isMine(DataImport one) {
    return one.accountNumber() == Accountable.of(scope.current());
  }

  @DgsData(parentType = TYPE)
  @Nullable Instant sameFileAt(DataFetchingEnvironment env) {
    DataImport same = queries.sameFile(source(env));
    return same == null ? null : same.createdAt();
  }

  @DgsData(parentType = TYPE)
  boolean viewerCanStage(DataFetchingEnvironment env) {
    return isMine(source(env)) && source(env).mayStage();
  }

  @DgsData(parentType = TYPE)
  boolean viewerCanApply(DataFetchingEnvironment env) {
    DataImport one = source(env);
    return isMine(one) && one.mayApply() && one.counts().due() > 0;
  }

  @DgsData(parentType = TYPE)
  boolean viewerCanCancel(DataFetchingEnvironment env) {
    DataImport one = source(env);
    return isMine(one) && !one.cancelAsked() && one.mayCancel();
  }

  @DgsData(parentType = TYPE)
  boolean viewerCanUndo(DataFetchingEnvironment env) {
    DataImport one = source(env);
    return isMine(one) && one.mayUndo() && kind(one).map(Kind::undoable).orElse(false);
  }

  @DgsData(parentType = TYPE)
  @Nullable String whyNotUndoable(DataFetchingEnvironment env) {
    DataImport one = source(env);
    return isMine(one) && one.mayUndo()
        ? kind(one).filter(kind -> !kind.undoable()).map(Kind::whyNotUndoable).orElse(null)
        : null;
  }

  private Optional<Kind> kind(DataImport one) {
    return kinds.listing(one.kind()).filter(Kind.class::isInstance).map(Kind.class::cast);
  }

  @DgsData(parentType = TYPE)
  List<SheetView> sheets(DataFetchingEnvironment env) {
    return queries.sheets(source(env).number()).stream().map(SheetView::of).toList();
  }

  @DgsData(parentType = TYPE)
  Page<LineView> lines(
      DataFetchingEnvironment env,
      @InputArgument @Nullable String state,
      @InputArgument boolean noted,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    LineState wanted = state == null ? null : LineState.valueOf(state);
    ImportQueries.Which which = new ImportQueries.Which(wanted, noted);
    Page<StagedRecord> page = queries.lines(source(env).number(), which, first, after);
    Map<String, Column> columns =
        kinds.kind(source(env).kind()).columns().stream()
            .collect(Collectors.toMap(Column::key, Function.identity()));
    return new Page<>(
        page.nodes().stream().map(line -> LineView.of(line, columns)).toList(), page.pageInfo());
  }

  private static DataImport source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<DataImport>getSource());
  }

  record SheetView(
      int index,
      String name,
      List<Headers.Line> lines,
      int headerFirst,
      int headerLast,
      List<SheetColumn> columns,
      List<Constant> constants) {
    static SheetView of(ImportQueries.Sheet sheet) {
      Headers.Found header = Headers.names(sheet.lines(), sheet.headerFirst(), sheet.headerLast());
      List<SheetColumn> columns = new ArrayList<>();
      for (int i = 0; i < header.names().size(); i++) {
        columns.add(
            new SheetColumn(
                i,
                header.names().get(i),
                sheet.plan().columns().get(i),
                sheet.plan().fillDown().contains(i)));
      }
      return new SheetView(
          sheet.index(),
          sheet.name(),
          sheet.lines(),
          sheet.headerFirst(),
          sheet.headerLast(),
          columns,
          sheet.plan().constants().entrySet().stream()
              .map(entry -> new Constant(entry.getKey(), entry.getValue()))
              .toList());
    }
  }

  record SheetColumn(int index, String header, @Nullable String key, boolean fillDown) {}

  record Constant(String key, String value) {}

  record LineView(
      String id,
      int number,
      LineState state,
      List<Value> values,
      List<FaultView> faults,
      List<String> notes) {
    static LineView of(StagedRecord line, Map<String, Column> columns) {
      Row row = Texts.row(line.getLine(), line.getRecord());
      Row before = Texts.row(line.getLine(), line.getBefore());
      List<Value> values = new ArrayList<>();
      if (row != null) {
        row.values()
            .forEach(
                (key, value) -> {
                  String there = before == null ? null : before.text(key);
                  boolean differs = before != null && !Objects.equals(there, value);
                  Column column = columns.get(key);
                  values.add(
                      column == null
                          ? new Value(key, value, there, differs)
                          : new Value(
                              key, Shown.of(column, value), Shown.of(column, there), differs));
                });
      }
      return new LineView(
          String.valueOf(line.getLine()),
          line.getLine(),
          LineState.valueOf(line.getState()),
          values,
          Texts.faults(line.getFaults()).stream()
              .map(fault -> new FaultView(fault.column(), fault.words()))
              .toList(),
          Texts.notes(line.getNotes()));
    }
  }

  record Value(String key, @Nullable String value, @Nullable String before, boolean differs) {}

  record FaultView(@Nullable String key, String message) {}
}
