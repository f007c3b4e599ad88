package cn.lianban.outbox;

import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** What the settings of this room ask of their caller and his input. */
@Component
class Administrator {
  private final TenantScope scope;

  Administrator(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * @throws Problem FORBIDDEN for everybody but the district's administrator
   */
  void require() {
    if (!scope.current().roles().contains("DISTRICT_ADMIN")) {
      throw Problem.forbidden();
    }
  }

  /**
   * @throws Rejected INVALID when it is no HH:mm
   */
  static LocalTime time(String text, String field) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException malformed) {
      throw new Rejected("INVALID", "input." + field, "请按 08:30 的格式填写时间");
    }
  }

  static Rejected conflict() {
    return new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
  }
}
