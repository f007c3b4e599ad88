package cn.lianban.cases;

import cn.lianban.outbox.NoticeKind;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Every {@link StaffNotice} as people choose ways by it. */
@Configuration(proxyBeanMethods = false)
@Import(StaffNoticeKinds.Beans.class)
class StaffNoticeKinds {
  /** One bean a kind. */
  static class Beans implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment env) {
      for (StaffNotice kind : StaffNotice.values()) {
        registry.registerBean(
            "notice-" + kind.code,
            NoticeKind.class,
            spec -> spec.supplier(context -> new NoticeKind(kind.code, kind.words, kind.wordsEn)));
      }
    }
  }
}
