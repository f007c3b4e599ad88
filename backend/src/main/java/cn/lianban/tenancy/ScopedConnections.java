package cn.lianban.tenancy;

import java.sql.Connection;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every jOOQ statement runs on the connection of the current scope's transaction. */
@Configuration(proxyBeanMethods = false)
class ScopedConnections {

  @Bean
  DSLContext sql(TenantScope scope) {
    Settings settings = new Settings().withExecuteLogging(false).withRenderCatalog(false);
    return DSL.using(
        new DefaultConfiguration().set(SQLDialect.POSTGRES).set(settings).set(new Provider(scope)));
  }

  private record Provider(TenantScope scope) implements ConnectionProvider {
    @Override
    public Connection acquire() {
      return scope.work().connection();
    }

    @Override
    public void release(Connection connection) {
      // the transaction's end gives it back
    }
  }
}
