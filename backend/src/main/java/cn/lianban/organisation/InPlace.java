package cn.lianban.organisation;

import cn.lianban.files.StoredFile;
import cn.lianban.tenancy.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * 两集中两到位 as it stands.
 *
 * @param batches in order
 * @param unbatched departments that no batch names
 * @param files the documents that prove it, oldest first within a department
 */
record InPlace(List<Batch> batches, List<Unit> unbatched, List<StoredFile> files) {

  /** The four proofs, in the order of the words. */
  enum Kind {
    /** 审批职能向一个科室集中 */
    FUNCTIONS_IN_ONE_OFFICE,
    /** 审批科室向政务服务中心集中 */
    OFFICE_IN_CENTRE,
    /** 事项进驻到位 */
    ITEMS_STATIONED,
    /** 授权到位 */
    AUTHORISED;

    /** Which part of the department's papers prove this, from 1. */
    int slot() {
      return ordinal() + 1;
    }

    static Kind of(StoredFile paper) {
      return values()[Objects.requireNonNull(paper.slot()) - 1];
    }
  }

  record Count(int done, int of) {}

  record Batch(long id, int number, String name, List<Department> units, int version) {
    /** The API's id kind. */
    static final String KIND = "InPlaceBatch";

    public Count established() {
      return count(Department::established);
    }

    public Count stationed() {
      return count(Department::stationed);
    }

    public Count authorised() {
      return count(Department::authorised);
    }

    private Count count(Predicate<Department> which) {
      return new Count((int) units.stream().filter(which).count(), units.size());
    }
  }

  /**
   * @param replacedBy the open unit that stands for a closed one; null: it is open itself
   * @param proofs of every kind, in order
   */
  record Department(Unit unit, @Nullable Unit replacedBy, List<Proof> proofs) {
    static Department of(Unit unit, @Nullable Unit replacedBy, List<Proof> entered) {
      return new Department(
          unit,
          replacedBy,
          Arrays.stream(Kind.values())
              .map(
                  kind ->
                      entered.stream()
                          .filter(proof -> proof.kind() == kind)
                          .findFirst()
                          .orElse(Proof.missing(kind)))
              .toList());
    }

    /** 设立 */
    public boolean established() {
      return holds(Kind.FUNCTIONS_IN_ONE_OFFICE);
    }

    /** 派驻: the office alone, without its items, is not there. */
    public boolean stationed() {
      return holds(Kind.OFFICE_IN_CENTRE) && holds(Kind.ITEMS_STATIONED);
    }

    /** 授权 */
    public boolean authorised() {
      return holds(Kind.AUTHORISED);
    }

    private boolean holds(Kind kind) {
      return proofs.get(kind.ordinal()).holds();
    }
  }

  /**
   * @param version null: nothing entered yet
   */
  record Proof(
      Kind kind,
      boolean holds,
      String documentNo,
      @Nullable LocalDate documentDate,
      String note,
      @Nullable Integer version) {
    static Proof missing(Kind kind) {
      return new Proof(kind, false, "", null, "", null);
    }
  }
}
