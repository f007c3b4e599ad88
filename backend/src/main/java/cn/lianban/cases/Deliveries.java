package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.DELIVERY;

import cn.lianban.files.FileSource;
import cn.lianban.files.FileState;
import cn.lianban.files.StoredFile;
import cn.lianban.files.StoredFiles;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each result was delivered. */
@Component
class Deliveries {
  private final DSLContext sql;
  private final TenantScope scope;
  private final StoredFiles files;

  Deliveries(DSLContext sql, TenantScope scope, StoredFiles files) {
    this.sql = sql;
    this.scope = scope;
    this.files = files;
  }

  /**
   * @throws Rejected NOT_FOUND, QUARANTINED at files
   */
  void add(CaseFile file, Delivery delivery) {
    sql.insertInto(DELIVERY)
        .set(DELIVERY.DISTRICT_ID, scope.district())
        .set(DELIVERY.CASE_ID, file.id())
        .set(DELIVERY.SUB_DISTRICT_ID, file.subDistrictId())
        .set(DELIVERY.AT_DISTRICT, file.atDistrict())
        .set(DELIVERY.WAY, delivery.way().name())
        .set(DELIVERY.CARRIER, delivery.carrier())
        .set(DELIVERY.POST_NO, delivery.postNo())
        .set(DELIVERY.FILE_IDS, files(file, delivery))
        .execute();
  }

  Map<Long, Delivery> of(Collection<Long> caseIds) {
    return sql.selectFrom(DELIVERY)
        .where(DELIVERY.DISTRICT_ID.eq(scope.district()), Among.these(DELIVERY.CASE_ID, caseIds))
        .fetchMap(
            DELIVERY.CASE_ID,
            row ->
                new Delivery(
                    Delivery.Way.valueOf(row.getWay()),
                    row.getCarrier(),
                    row.getPostNo(),
                    row.getFileIds() == null ? List.of() : List.of(row.getFileIds())));
  }

  /** What lies on the applicant's page: clean, and not taken back since. */
  List<StoredFile> served(@Nullable Delivery delivery) {
    return delivery == null || delivery.files().isEmpty()
        ? List.of()
        : files.byIds(delivery.files()).values().stream()
            .filter(one -> one.state() == FileState.CLEAN)
            .sorted(Comparator.comparingLong(StoredFile::id))
            .toList();
  }

  /** Only what a desk has put to this very case. */
  private Long @Nullable [] files(CaseFile file, Delivery delivery) {
    List<Long> wanted = delivery.files();
    if (wanted.isEmpty()) {
      return null;
    }
    var found = files.byIds(wanted);
    for (long id : wanted) {
      StoredFile one = found.get(id);
      if (one == null
          || !one.subjectKind().equals(CaseFile.KIND)
          || one.subjectId() != file.id()
          || one.source() != FileSource.DESK) {
        throw new Rejected("NOT_FOUND", "files", "没有这个文件，或不是工作人员上传到本件的");
      }
      if (one.state() != FileState.CLEAN) {
        throw new Rejected("QUARANTINED", "files", "文件正在查毒或已撤回，请稍后再送达");
      }
    }
    return wanted.toArray(Long[]::new);
  }
}
