package cn.lianban.setup;

import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.setup.DemoDistrict.Office;
import cn.lianban.setup.DemoDistrict.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo's accounts: one of every role, with a password that is printed at every start. */
@Component
class DemoPeople {
  static final String PASSWORD = "Lianban-demo-1";
  private final Accounts accounts;
  private final Posts posts;

  DemoPeople(Accounts accounts, Posts posts) {
    this.accounts = accounts;
    this.posts = posts;
  }

  /** Who there is: for the console. */
  static List<Person> all() {
    List<Person> all = new ArrayList<>();
    all.add(new Person("clerk", "林小雨", Role.WINDOW_CLERK, "云溪街道"));
    all.add(new Person("clerk2", "方大同", Role.WINDOW_CLERK, "石桥镇"));
    all.add(new Person("subadmin", "程云", Role.SUB_DISTRICT_ADMIN, "云溪街道"));
    all.add(new Person("officer", "苏明哲", Role.DEPARTMENT_OFFICER, "区民政局"));
    all.add(new Person("head", "顾长河", Role.DEPARTMENT_HEAD, "区民政局"));
    all.add(new Person("officer2", "叶知秋", Role.DEPARTMENT_OFFICER, "区行政审批局"));
    all.add(new Person("officer3", "江远帆", Role.DEPARTMENT_OFFICER, DemoRoadWorks.LEAD));
    all.add(new Person("head3", "白行舟", Role.DEPARTMENT_HEAD, DemoRoadWorks.LEAD));
    all.add(new Person("officer4", "夏明路", Role.DEPARTMENT_OFFICER, DemoRoadWorks.POLICE));
    all.add(new Person("officer5", "温青山", Role.DEPARTMENT_OFFICER, DemoRoadWorks.LAND));
    all.add(new Person("legal", "唐法审", Role.LEGAL_REVIEWER, null));
    all.add(new Person("admin", "沈管理", Role.DISTRICT_ADMIN, null));
    all.add(new Person("supervisor", "严督查", Role.SUPERVISOR, null));
    all.add(new Person("leader", "陆分管", Role.LEADER, null));
    all.add(new Person("auditor", "秦审计", Role.AUDITOR, null));
    return all;
  }

  /** They come together: one of them tells, also of a demo that was loaded with fewer. */
  boolean exist(String district) {
    return accounts.taken(login(all().getFirst(), district));
  }

  void create(String district, Places places) {
    String hash = accounts.hash(PASSWORD); // once: it is slow by design
    for (Person person : all()) {
      Office office = places.offices().get(Objects.requireNonNullElse(person.place(), ""));
      Integer unit =
          office == null
              ? places.departments().get(person.place())
              : Integer.valueOf(office.unit());
      Integer subDistrict = office == null ? null : office.subDistrict();
      long id =
          accounts.create(
              new Accounts.NewAccount(
                  login(person, district), person.name(), PASSWORD, subDistrict),
              hash,
              false);
      posts.assign(id, person.role(), unit, subDistrict);
    }
  }

  private static String login(Person person, String district) {
    return person.login() + "." + (district.equals(DemoDistrict.CODE) ? "demo" : district);
  }

  /**
   * @param place sub-district or department, null for roles beside the units
   */
  record Person(String login, String name, Role role, @Nullable String place) {}
}
