package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.MEETING;
import static cn.lianban.db.cases.Tables.MEETING_UNIT;

import cn.lianban.db.cases.tables.records.MeetingRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of joint review meetings. */
@Component
class MeetingRows {
  private final DSLContext sql;
  private final TenantScope scope;

  MeetingRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** A meeting as it is read. */
  record Meeting(
      long id,
      long caseId,
      Instant heldAt,
      String place,
      String subject,
      @Nullable String minutes,
      @Nullable Instant closedAt,
      List<Invited> units,
      int version) {
    static final String KIND = "Meeting";
  }

  /**
   * @param attended null: not written down yet
   * @param closed the meeting or the case is over: no opinion is taken any more
   */
  record Invited(
      int unitId,
      @Nullable Boolean attended,
      @Nullable String opinion,
      @Nullable Instant opinionAt,
      @Nullable Long dutyId,
      boolean closed) {}

  Optional<Meeting> find(long id) {
    return fetch(MEETING.ID.eq(id)).stream().findFirst();
  }

  /** Two statements. */
  List<Meeting> fetch(Condition which) {
    Map<MeetingRecord, String> found =
        sql.select(MEETING.fields())
            .select(CASEFILE.STATUS)
            .from(MEETING)
            .join(CASEFILE)
            .on(CASEFILE.DISTRICT_ID.eq(MEETING.DISTRICT_ID), CASEFILE.ID.eq(MEETING.CASE_ID))
            .where(MEETING.DISTRICT_ID.eq(scope.district()))
            .and(which)
            .orderBy(MEETING.ID)
            .fetchMap(row -> row.into(MEETING), row -> row.get(CASEFILE.STATUS));
    if (found.isEmpty()) {
      return List.of();
    }
    Map<Long, Boolean> closed = new HashMap<>();
    found.forEach(
        (row, status) ->
            closed.put(
                row.getId(),
                row.getClosedAt() != null || !CaseStatus.valueOf(status).isUnderWay()));
    Map<Long, List<Invited>> units =
        sql.selectFrom(MEETING_UNIT)
            .where(MEETING_UNIT.DISTRICT_ID.eq(scope.district()))
            .and(Among.these(MEETING_UNIT.MEETING_ID, closed.keySet()))
            .orderBy(MEETING_UNIT.MEETING_ID, MEETING_UNIT.UNIT_ID)
            .fetchGroups(
                MEETING_UNIT.MEETING_ID,
                row ->
                    new Invited(
                        row.getUnitId(),
                        row.getAttended(),
                        row.getOpinion(),
                        row.getOpinionAt(),
                        row.getDutyId(),
                        closed.getOrDefault(row.getMeetingId(), true)));
    return found.keySet().stream()
        .map(row -> meeting(row, units.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  private static Meeting meeting(MeetingRecord row, List<Invited> units) {
    return new Meeting(
        row.getId(),
        row.getCaseId(),
        row.getHeldAt(),
        row.getPlace(),
        row.getSubject(),
        row.getMinutes(),
        row.getClosedAt(),
        units,
        row.getVersion());
  }

  long insert(CaseFile file, Meetings.Calling calling) {
    return sql.insertInto(MEETING)
        .set(MEETING.DISTRICT_ID, scope.district())
        .set(MEETING.SUB_DISTRICT_ID, file.subDistrictId())
        .set(MEETING.AT_DISTRICT, true)
        .set(MEETING.CASE_ID, file.id())
        .set(MEETING.HELD_AT, calling.heldAt())
        .set(MEETING.PLACE, calling.place())
        .set(MEETING.SUBJECT, calling.subject())
        .returning(MEETING.ID)
        .fetchSingle()
        .getId();
  }

  void invite(CaseFile file, long meetingId, int unitId, long dutyId) {
    sql.insertInto(MEETING_UNIT)
        .set(MEETING_UNIT.DISTRICT_ID, scope.district())
        .set(MEETING_UNIT.SUB_DISTRICT_ID, file.subDistrictId())
        .set(MEETING_UNIT.AT_DISTRICT, true)
        .set(MEETING_UNIT.MEETING_ID, meetingId)
        .set(MEETING_UNIT.UNIT_ID, unitId)
        .set(MEETING_UNIT.DUTY_ID, dutyId)
        .execute();
  }

  /** False when the unit's opinion is there already. */
  boolean opinion(long meetingId, int unitId, String opinion, Instant at) {
    return sql.update(MEETING_UNIT)
            .set(MEETING_UNIT.OPINION, opinion)
            .set(MEETING_UNIT.OPINION_AT, at)
            .where(MEETING_UNIT.DISTRICT_ID.eq(scope.district()))
            .and(MEETING_UNIT.MEETING_ID.eq(meetingId))
            .and(MEETING_UNIT.UNIT_ID.eq(unitId))
            .and(MEETING_UNIT.OPINION.isNull())
            .execute()
        == 1;
  }

  void attended(long meetingId, int unitId, boolean attended) {
    sql.update(MEETING_UNIT)
        .set(MEETING_UNIT.ATTENDED, attended)
        .where(MEETING_UNIT.DISTRICT_ID.eq(scope.district()))
        .and(MEETING_UNIT.MEETING_ID.eq(meetingId))
        .and(MEETING_UNIT.UNIT_ID.eq(unitId))
        .execute();
  }

  /**
   * @throws Rejected VERSION_CONFLICT
   */
  void close(Meeting meeting, int version, String minutes, Instant at) {
    int written =
        sql.update(MEETING)
            .set(MEETING.MINUTES, minutes)
            .set(MEETING.CLOSED_AT, at)
            .set(MEETING.VERSION, MEETING.VERSION.plus(1))
            .where(MEETING.DISTRICT_ID.eq(scope.district()), MEETING.ID.eq(meeting.id()))
            .and(MEETING.VERSION.eq(version))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }
}
