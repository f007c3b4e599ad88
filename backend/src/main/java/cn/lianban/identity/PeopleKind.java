package cn.lianban.identity;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The staff list: a row is a person in one post, so whoever holds two posts has two rows. Accounts
 * that an import opens have a password nobody knows, until first passwords are issued.
 */
@Component
class PeopleKind implements Kind {
  static final String LOGIN = "loginName";
  static final String NAME = "name";
  static final String ROLE = "role";
  static final String UNIT = "unit";
  static final String MOBILE = "mobile";
  private final StaffList list;
  private final StaffTakenBack takingBack;
  private final Posts posts;

  PeopleKind(StaffList list, StaffTakenBack takingBack, Posts posts) {
    this.list = list;
    this.takingBack = takingBack;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public String title() {
    return "人员";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(LOGIN, "登录名").aliases("账号", "用户名", "工号").max(60).asIdentity(),
        Column.text(NAME, "姓名").aliases("人员姓名", "工作人员").max(60).asRequired(),
        Column.code(ROLE, "角色", words()).aliases("岗位", "职责").asIdentity(),
        Column.text(UNIT, "单位").aliases("所在单位", "部门", "单位名称", "单位编码").asIdentity(),
        Column.text(MOBILE, "电话").aliases("手机", "手机号", "联系电话").max(30));
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(Role.WINDOW_CLERK.name(), "窗口人员");
    words.put(Role.DEPARTMENT_OFFICER.name(), "部门经办人");
    words.put(Role.DEPARTMENT_HEAD.name(), "部门负责人");
    words.put(Role.LEGAL_REVIEWER.name(), "法制审核员");
    words.put(Role.SUB_DISTRICT_ADMIN.name(), "街道管理员");
    words.put(Role.DISTRICT_ADMIN.name(), "区级管理员");
    words.put(Role.SUPERVISOR.name(), "效能督查");
    words.put(Role.LEADER.name(), "区领导");
    words.put(Role.AUDITOR.name(), "审计员");
    return words;
  }

  @Override
  public void authoriseExport() {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
  }

  @Override
  public void authoriseImport() {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    return list.current(wanted);
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    list.check(rows, findings);
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    list.apply(changes, incoming.importId());
  }

  @Override
  public boolean undoable() {
    return true;
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    takingBack.remove(rows, findings);
  }

  @Override
  public Set<String> filters() {
    return Set.of("unitId");
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    list.rows(selection).forEach(sink);
  }
}
