package cn.lianban.outbox;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The kinds of notice that rooms have named. */
@Component
class NoticeKinds {
  private final List<NoticeKind> all;
  private final Map<String, NoticeKind> known = new HashMap<>();

  NoticeKinds(List<NoticeKind> all) {
    this.all =
        all.stream()
            .filter(NoticeKind::toStaff)
            .sorted(Comparator.comparing(NoticeKind::code))
            .toList();
    all.forEach(kind -> known.put(kind.code(), kind));
    known.put("digest", new NoticeKind("digest", "摘要", "Digest", false));
    known.put(MobileCodes.KIND, new NoticeKind(MobileCodes.KIND, "验证码", "Code", false));
  }

  List<NoticeKind> all() {
    return all;
  }

  /** As people read it; a kind that nobody named is its code. */
  NoticeKind of(String code) {
    return known.getOrDefault(code, new NoticeKind(code, code, code, false));
  }

  boolean isKnown(String code) {
    return all.stream().anyMatch(kind -> kind.code().equals(code));
  }
}
