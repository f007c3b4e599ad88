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
  private final Map<String, String> words = new HashMap<>();

  NoticeKinds(List<NoticeKind> all) {
    this.all =
        all.stream()
            .filter(NoticeKind::toStaff)
            .sorted(Comparator.comparing(NoticeKind::code))
            .toList();
    all.forEach(kind -> words.put(kind.code(), kind.words()));
    words.put("digest", "摘要");
    words.put(MobileCodes.KIND, "验证码");
  }

  List<NoticeKind> all() {
    return all;
  }

  /** As people read it; a kind that nobody named is its code. */
  String words(String code) {
    return words.getOrDefault(code, code);
  }

  boolean isKnown(String code) {
    return all.stream().anyMatch(kind -> kind.code().equals(code));
  }
}
