package cn.lianban.server;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** One data source of the runtime role for everybody; migrations alone use the owner's. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  Addresses addresses(DatabaseSettings settings) throws IOException, SQLException {
    if (settings.url() != null && !settings.url().isBlank()) {
      String owner = settings.ownerUrl();
      if (owner == null || owner.isBlank()) {
        throw new IllegalArgumentException("DATABASE_URL needs DATABASE_OWNER_URL for migrations");
      }
      return new Addresses(
          DatabaseAddress.parse(settings.url()), DatabaseAddress.parse(owner), null);
    }
    EmbeddedServer server = EmbeddedServer.start(settings.directory(), settings.durable());
    return new Addresses(server.app(), server.owner(), server);
  }

  /** The statement_timeout is 3 s (role setting); the socket gives up a little later. */
  @Bean
  @ConditionalOnMissingBean
  HikariDataSource dataSource(
      Addresses addresses, @Value("${lianban.database.pool-size:10}") int poolSize) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(addresses.app().url());
    pool.setUsername(addresses.app().user());
    pool.setPassword(addresses.app().password());
    pool.setMaximumPoolSize(poolSize);
    pool.setConnectionTimeout(2_000);
    pool.setValidationTimeout(1_000);
    pool.setPoolName("lianban");
    pool.addDataSourceProperty("connectTimeout", "2");
    pool.addDataSourceProperty("socketTimeout", "6");
    // a violated key's values are somebody's: the log gets its name only
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", "lianban");
    pool.addDataSourceProperty("prepareThreshold", "3");
    return pool;
  }

  @Bean
  Migrations liquibase(Addresses addresses) {
    Migrations migrations = new Migrations();
    DatabaseAddress owner = addresses.owner();
    migrations.setDataSource(
        new SimpleDriverDataSource(
            new org.postgresql.Driver(), owner.url(), owner.user(), owner.password()));
    migrations.setChangeLog("classpath:db/changelog/master.yaml");
    migrations.setAnalyticsEnabled(false);
    return migrations;
  }

  @Bean
  DurabilityCheck durabilityCheck(HikariDataSource dataSource, DatabaseSettings settings) {
    return new DurabilityCheck(dataSource, settings.durable());
  }

  /** Both roles' addresses, and the embedded server when it is ours to stop. */
  record Addresses(DatabaseAddress app, DatabaseAddress owner, @Nullable EmbeddedServer server)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (server != null) {
        server.close();
      }
    }
  }
}
