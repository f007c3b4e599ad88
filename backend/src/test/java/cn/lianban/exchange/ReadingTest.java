package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as districts send them. */
class ReadingTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name", "单位名称").aliases("部门").asIdentity(),
          Column.text("person", "联系人"),
          Column.text("phone", "联系电话").aliases("电话"),
          Column.date("on", "成立日期"),
          Column.integer("staff", "人数"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ',', UTF-8",
    "UTF-8, ';', UTF-8",
    "GB18030, ',', GB18030",
    "GB18030, TAB, GB18030",
    "UTF-16LE, TAB, UTF-16LE"
  })
  void aTextFilesCharactersAndDelimiterAreFound(String charset, String delimiter, String found)
      throws IOException {
    char d = delimiter.equals("TAB") ? '\t' : delimiter.charAt(0);
    String mark = charset.startsWith("UTF-16") ? "\ufeff" : "";
    Path file = text(mark + "单位名称,电话\r\n区民政局,028-1\r\n".replace(',', d), charset);

    assertThat(CsvDialect.of(file).charset().name()).isEqualTo(found);
    assertThat(rows(file)).containsExactly(List.of("单位名称", "电话"), List.of("区民政局", "028-1"));
  }

  @Test
  void aMarkOfUtf8IsNoPartOfTheFirstHeader() throws IOException {
    assertThat(rows(text("\ufeff单位名称,电话\n", "UTF-8"))).containsExactly(List.of("单位名称", "电话"));
  }

  @Test
  void westernAccentsAreReadAsWindowsWritesThem() throws IOException {
    Path file = text("name;ville\nRénée;Orléans à côté\nZoë;Genève\n", "windows-1252");

    assertThat(rows(file)).contains(List.of("Rénée", "Orléans à côté"));
  }

  @Test
  void rareCharactersOfGb18030SurviveTheWay() throws IOException {
    String rare = "𪚥𰻞·阿卜杜"; // Extension B and G, four bytes each, and the dot of names
    Path file = text("单位名称,人数\n" + rare + "民族事务局和宗教局,5\n", "GB18030");

    assertThat(rows(file).get(1).getFirst()).startsWith(rare);
  }

  @Test
  void jsonIsASheetAnArray() throws IOException {
    Path file =
        text("{\"A\":[{\"x\":1,\"y\":\"甲\"},{\"z\":[\"a\",\"b\"]}],\"B\":[{\"q\":true}]}", "UTF-8");

    try (Book book = Books.open(file, FileFormat.of(file), null, null)) {
      assertThat(book.sheets()).containsExactly("A", "B");
      List<List<String>> rows = new ArrayList<>();
      book.read(0, (line, cells) -> rows.add(cells));
      assertThat(rows.get(0)).containsExactly("x", "y", "z");
      assertThat(rows.get(1)).containsExactly("1", "甲", null);
      assertThat(rows.get(2)).containsExactly(null, null, "a、b");
    }
  }

  @Test
  void aNumberOfMoreDigitsThanASpreadsheetKeepsIsReadAsCut() throws IOException {
    Path file = folder.resolve("long.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("表一");
      sheet.value(0, 0, 110105194912310021d);
      sheet.value(0, 1, 123456789012345d);
      sheet.value(0, 2, 0.1 + 0.2);
    }
    assertThat(rows(file))
        .containsExactly(List.of("1.1010519491231E+17", "123456789012345", "0.3"));
  }

  @Test
  void aSpreadsheetsDaysAndNumbersAreReadAsShown() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("表一");
      sheet.value(0, 0, "单位名称");
      sheet.value(1, 0, 11510.0);
      sheet.value(1, 1, 0.1 + 0.2);
      sheet.value(1, 2, LocalDate.of(2026, 3, 1));
      sheet.style(1, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
      sheet.value(1, 3, LocalDate.of(2026, 3, 1).atTime(9, 30));
      sheet.style(1, 3).format("yyyy-mm-dd hh:mm").set();
    }

    assertThat(rows(file).get(1))
        .containsExactly("11510", "0.3", "2026-03-01", "2026-03-01 09:30:00");
  }

  @Test
  void aTitleAndAHeaderOfTwoMergedRowsAreSeen() {
    Headers.Found found =
        new Headers(COLUMNS, Map.of())
            .find(
                lines(
                    "某区2026年度机构一览表",
                    "填报单位：区编办",
                    "序号|单位 名称*|联系方式||人数（人）",
                    "||联系人|电话|",
                    "1|区民政局|王小明|028|5"));

    assertThat(found.first()).isEqualTo(3);
    assertThat(found.last()).isEqualTo(4);
    assertThat(found.mapping())
        .containsExactlyInAnyOrderEntriesOf(Map.of(1, "name", 2, "person", 3, "phone", 4, "staff"));
    assertThat(found.names().get(3)).isEqualTo("联系方式/电话");
  }

  @Test
  void aHeaderOfOneRowIsNotTakenForTwo() {
    Headers.Found found =
        new Headers(COLUMNS, Map.of()).find(lines("部门|电话|人数", "区民政局|028|5", "区财政局|029|7"));

    assertThat(found.first()).isEqualTo(1);
    assertThat(found.last()).isEqualTo(1);
    assertThat(found.mapping()).hasSize(3);
  }

  @Test
  void aTitleRightAboveTheHeaderIsNoGroupOverIt() {
    Headers.Found found =
        new Headers(COLUMNS, Map.of()).find(lines("某区机构一览表", "部门|电话|人数", "区民政局|028|5"));

    assertThat(found.first()).isEqualTo(2);
    assertThat(found.last()).isEqualTo(2);
    assertThat(found.names()).containsExactly("部门", "电话", "人数");
  }

  @Test
  void whatTheSenderChoseBeforeIsChosenAgain() {
    Headers.Found found =
        new Headers(COLUMNS, Map.of("科室", "name", "电话", "")).find(lines("科室|电话|人数", "办公室|028|5"));

    assertThat(found.mapping()).isEqualTo(Map.of(0, "name", 2, "staff"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"合计||12", "总 计|3|5", "小计：|1", "一、党群部门||", "（二）政府部门", "注：以实有人数为准", "填表人：张三|审核人：李四"})
  void linesThatAreNoRecordsAreToldApart(String line) {
    assertThat(odd(line)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"区民政局|王小明|028", "合计局|王|1", "区民政局", "一局|二|三"})
  void recordsAreNotTakenForThem(String line) {
    assertThat(odd(line)).isNull();
  }

  @Test
  void anOldOrForeignFileIsRefusedByName() throws IOException {
    Path old = folder.resolve("a.xls");
    Files.write(old, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
    Path program = folder.resolve("b.csv");
    Files.write(program, new byte[] {'M', 'Z', 0, 0, 3, 0});

    assertThatThrownBy(() -> FileFormat.of(old))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("OLD_EXCEL");
    assertThatThrownBy(() -> FileFormat.of(program)).hasMessageContaining("UNKNOWN_FORMAT");
    assertThatThrownBy(() -> FileFormat.of(text(" \n", "UTF-8")))
        .hasMessageContaining("EMPTY_FILE");
  }

  @Test
  void aDamagedSpreadsheetIsRefusedByName() throws IOException {
    Path file = folder.resolve("c.xlsx");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9});

    assertThatThrownBy(() -> Books.open(file, FileFormat.of(file), null, null))
        .hasMessageContaining("UNREADABLE");
  }

  private String odd(String line) {
    Headers.Found header = new Headers(COLUMNS, Map.of()).find(lines("单位名称|联系人|联系电话"));
    Map<String, Column> byKey = new java.util.HashMap<>();
    COLUMNS.forEach(column -> byKey.put(column.key(), column));
    return new OddRows(header.mapping(), byKey, header.names())
        .reason(lines(line).getFirst().cells());
  }

  private static List<Headers.Line> lines(String... texts) {
    List<Headers.Line> lines = new ArrayList<>();
    for (String text : texts) {
      List<String> cells = new ArrayList<>();
      for (String cell : text.split("\\|", -1)) {
        cells.add(cell.isEmpty() ? null : cell);
      }
      lines.add(new Headers.Line(lines.size() + 1, cells));
    }
    return lines;
  }

  private Path text(String text, String charset) throws IOException {
    Path file = Files.createTempFile(folder, "text", ".csv");
    return Files.write(file, text.getBytes(Charset.forName(charset)));
  }

  private static List<List<String>> rows(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Book book = Books.open(file, FileFormat.of(file), null, null)) {
      book.read(0, (line, cells) -> rows.add(cells));
    }
    return rows;
  }
}
