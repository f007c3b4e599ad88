package cn.lianban.cases;

import cn.lianban.cases.EaTable.Field;
import cn.lianban.exchange.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acceptance, special nodes and completion of the EA_JC_STEP tables, imported in this order. */
@Configuration(proxyBeanMethods = false)
class EaTables {
  private static Field field(Column column, @Nullable String ours) {
    return new Field(column, ours);
  }

  private static Field projid() {
    return field(
        Column.text(EaTable.PROJID, "projid").aliases("申办号").max(100).asIdentity(),
        CaseColumns.FOREIGN_NO);
  }

  @Bean
  EaTable eaBasicInfo(CaseKind cases) {
    return new EaTable(
        cases,
        "BASICINFO",
        true,
        List.of(
            projid(),
            field(Column.text("orgbusno", "orgbusno"), null),
            field(
                Column.text("itemcode", "itemcode").aliases("implementcode").asRequired(),
                CaseColumns.ITEM_CODE),
            field(Column.text("itemname", "itemname"), CaseColumns.ITEM_NAME),
            field(Column.text("applicant", "applicant").asRequired(), CaseColumns.APPLICANT),
            field(Column.text("applicantmobile", "applicantmobile").max(40), CaseColumns.MOBILE),
            field(
                Column.text("acceptdeptname", "acceptdeptname").asRequired(),
                CaseColumns.ACCEPT_UNIT),
            field(Column.code("approvaltype", "approvaltype", EaCodes.approvalTypes()), null),
            field(Column.integer("promisetimelimit", "promisetimelimit"), null),
            field(Column.instant("occurtime", "occurtime").asRequired(), CaseColumns.ACCEPTED_AT),
            field(Column.date("promisedate", "promisedate"), CaseColumns.DUE_ON)));
  }

  @Bean
  EaTable eaSpecialNode(CaseKind cases) {
    return new EaTable(
        cases,
        "SPECIALNODE",
        false,
        List.of(
            projid(),
            field(Column.integer("sn", "sn"), null),
            field(Column.text("nodename", "nodename"), null),
            field(Column.text("procunit", "procunit"), null),
            field(
                Column.instant("nodestarttime", "nodestarttime").asRequired(),
                CaseColumns.PAUSED_AT),
            field(Column.instant("nodeendtime", "nodeendtime"), CaseColumns.RESUMED_AT),
            field(Column.instant("notetime", "notetime"), null),
            field(
                Column.text("nodeprocaccord", "nodeprocaccord").max(1000).asRequired(),
                CaseColumns.PAUSE_BASIS),
            field(Column.code("noderesult", "noderesult", EaCodes.specials()), null)));
  }

  @Bean
  EaTable eaDone(CaseKind cases) {
    return new EaTable(
        cases,
        "DONE",
        false,
        List.of(
            projid(),
            field(
                Column.code(EaCodes.RESULT, EaCodes.RESULT, EaCodes.results()).asRequired(), null),
            field(Column.text("exitres", "exitres").max(1000), CaseColumns.REASON),
            field(Column.instant("occurtime", "occurtime").asRequired(), CaseColumns.DECIDED_AT),
            field(Column.text("certificateno", "certificateno").max(100), CaseColumns.RESULT_NO)));
  }
}
