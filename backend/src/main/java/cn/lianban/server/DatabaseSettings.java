package cn.lianban.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is. Without a url an embedded PostgreSQL is started on {@code directory}.
 *
 * @param url runtime role's JDBC or postgres:// URL, with user and password
 * @param ownerUrl the owner role's, for migrations
 * @param durable false only in tests: the embedded server then does not wait for the disk
 */
@ConfigurationProperties("lianban.database")
record DatabaseSettings(
    @Nullable String url,
    @Nullable String ownerUrl,
    @DefaultValue("data") Path directory,
    @DefaultValue("true") boolean durable) {}
