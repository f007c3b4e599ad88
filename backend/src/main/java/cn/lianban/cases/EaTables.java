package cn.lianban.cases;

import cn.lianban.cases.EaTable.Field;
import cn.lianban.exchange.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acceptance and completion of the EA_JC_STEP tables, imported in this order. */
@Configuration(proxyBeanMethods = false)
class EaTables {
  private static Field field(Column column, @Nullable String ours) {
    return new Field(column, ours);
  }

  private static Field projid() {
    return field(EaCases.projid(), CaseColumns.FOREIGN_NO);
  }

  @Bean
  EaTable eaBasicInfo(CaseKind cases, EaCases named, EaBasics basics) {
    List<Field> fields = new ArrayList<>();
    fields.add(projid());
    fields.add(field(Column.text("itemcode", "itemcode"), CaseColumns.ITEM_CODE));
    fields.add(field(Column.text("itemname", "itemname"), CaseColumns.ITEM_NAME));
    fields.add(
        field(
            Column.code("applyertype", "applyertype", CaseColumns.kinds()),
            CaseColumns.APPLICANT_KIND));
    fields.add(field(Column.text("applicant", "applicant").asRequired(), CaseColumns.APPLICANT));
    fields.add(
        field(Column.text("applicantmobile", "applicantmobile").max(40), CaseColumns.MOBILE));
    fields.add(
        field(
            Column.text("acceptdeptname", "acceptdeptname").asRequired(), CaseColumns.ACCEPT_UNIT));
    fields.add(
        field(Column.instant("occurtime", "occurtime").asRequired(), CaseColumns.ACCEPTED_AT));
    fields.add(
        field(Column.date(EaBasics.PROMISED_DAY, EaBasics.PROMISED_DAY), CaseColumns.DUE_ON));
    EaBasics.columns().forEach(column -> fields.add(field(column, null)));
    return new EaTable(cases, named, "BASICINFO", basics, List.copyOf(fields));
  }

  @Bean
  EaTable eaDone(CaseKind cases, EaCases named) {
    return new EaTable(
        cases,
        named,
        "DONE",
        null,
        List.of(
            projid(),
            field(
                Column.code(EaCodes.RESULT, EaCodes.RESULT, EaCodes.results()).asRequired(), null),
            field(Column.text("exitres", "exitres").max(1000), CaseColumns.REASON),
            field(Column.instant("occurtime", "occurtime").asRequired(), CaseColumns.DECIDED_AT),
            field(Column.text("certificateno", "certificateno").max(100), CaseColumns.RESULT_NO)));
  }
}
