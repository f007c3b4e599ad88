package cn.lianban.setup;

import cn.lianban.identity.Accounts;
import cn.lianban.identity.FirstPassword;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import com.github.promeg.pinyinhelper.Pinyin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** First accounts of a district that is set up from files: functions, not persons. */
@Component
class Staff {
  private final Accounts accounts;
  private final Posts posts;

  Staff(Accounts accounts, Posts posts) {
    this.accounts = accounts;
    this.posts = posts;
  }

  /** The first account of a district, which opens all others; empty when it exists. */
  List<Created> administrator(String district) {
    List<Created> made = new ArrayList<>();
    add(made, "admin." + district, "区管理员", Role.DISTRICT_ADMIN, null);
    return made;
  }

  /** Creates who is missing; to be called in a write transaction of the district. */
  List<Created> create(String district, List<Unit> offices, List<Unit> departments) {
    List<Created> made = administrator(district);
    add(made, "supervisor." + district, "区督查室", Role.SUPERVISOR, null);
    add(made, "leader." + district, "区分管领导", Role.LEADER, null);
    add(made, "legal." + district, "区法制审核员", Role.LEGAL_REVIEWER, null);
    add(made, "auditor." + district, "区审计员", Role.AUDITOR, null);
    for (Unit office : offices) {
      SubDistrict where = java.util.Objects.requireNonNull(office.subDistrict());
      add(made, "clerk." + where.code(), where.name() + "窗口", Role.WINDOW_CLERK, office);
    }
    for (Unit department : departments) {
      String name = spelled(department.name()) + "." + district;
      add(made, "officer." + name, department.name() + "经办", Role.DEPARTMENT_OFFICER, department);
      add(made, "head." + name, department.name() + "负责人", Role.DEPARTMENT_HEAD, department);
    }
    return made;
  }

  private void add(List<Created> made, String login, String name, Role role, @Nullable Unit unit) {
    if (accounts.taken(login)) {
      return;
    }
    String password = FirstPassword.next();
    Integer subDistrict =
        Optional.ofNullable(unit).map(Unit::subDistrict).map(SubDistrict::id).orElse(null);
    long id = accounts.create(new Accounts.NewAccount(login, name, password, subDistrict), true);
    posts.assign(id, role, unit == null ? null : unit.id(), subDistrict);
    made.add(new Created(login, password, role, unit == null ? "" : unit.name()));
  }

  /** 区民政局 → minzhengju. */
  static String spelled(String department) {
    String plain = department.startsWith("区") ? department.substring(1) : department;
    return Pinyin.toPinyin(plain, "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /**
   * @param password the first one: told once, to be changed at the first sign-in
   */
  record Created(String login, String password, Role role, String unit) {
    @Override
    public String toString() {
      return "  %-36s %-20s %-20s %s".formatted(login, password, role, unit);
    }
  }
}
