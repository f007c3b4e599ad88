package cn.lianban.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions that cost a request one read and no write. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
  private static final int WHOLE_ANSWER = 64 * 1024;

  /**
   * Each statement by itself: a read needs no BEGIN and COMMIT around it, and a new session of
   * which only a part was written has nobody's name yet.
   */
  @Bean
  TransactionOperations springSessionTransactionOperations() {
    return TransactionOperations.withoutTransaction();
  }

  /** The filter is Spring's own; only what it writes through is another. */
  @Bean
  static BeanPostProcessor calmSessions(
      ObjectProvider<JdbcIndexedSessionRepository> sessions,
      ObjectProvider<CookieSerializer> cookies) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SessionRepositoryFilter<?>
            ? calm(sessions.getObject(), cookies.getObject())
            : bean;
      }
    };
  }

  private static SessionRepositoryFilter<?> calm(
      JdbcIndexedSessionRepository sessions, CookieSerializer cookie) {
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(cookie);
    SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(new CalmSessions<>(sessions));
    filter.setHttpSessionIdResolver(ids);
    return filter;
  }
}
