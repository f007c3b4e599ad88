import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HexFormat;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates a throw-away PostgreSQL and generates jOOQ's classes from it; skipped while the
 * changelogs are unchanged.
 */
public class Codegen {
  private static final String[] SCHEMAS = {
    "tenancy",
    "audit",
    "outbox",
    "exchange",
    "files",
    "identity",
    "partners",
    "organisation",
    "clock",
    "catalog",
    "cases",
    "papers",
    "evaluation",
    "supervision",
    "machinery"
  };

  public static void main(String[] args) throws Exception {
    Path resources = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Path marker = target.resolve("changelogs.sha256");
    String hash = hash(resources.resolve("db")) + " " + String.join(" ", SCHEMAS);
    if (Files.exists(marker) && Files.readString(marker).equals(hash)) {
      return;
    }
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("synchronous_commit", "off")
            .start();
    try {
      prepare(server, resources);
      generate(server.getJdbcUrl("postgres", "lianban"), target);
      Files.writeString(marker, hash);
    } finally {
      server.close();
    }
  }

  private static void prepare(EmbeddedPostgres server, Path resources) throws Exception {
    try (Connection admin = server.getPostgresDatabase().getConnection();
        var statement = admin.createStatement()) {
      statement.execute(Files.readString(resources.resolve("db/roles.sql")));
      statement.execute("create database lianban owner lianban_owner");
    }
    try (Connection owner =
        DriverManager.getConnection(server.getJdbcUrl("lianban_owner", "lianban"))) {
      var database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(owner));
      new Liquibase("db/changelog/master.yaml", new DirectoryResourceAccessor(resources), database)
          .update(new Contexts());
    }
  }

  private static void generate(String url, Path target) throws Exception {
    Database database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withIncludes(".*")
            .withExcludes("tenancy\\.(protect|scannable|purgeable|served)|databasechangelog.*")
            .withSchemata(
                Arrays.stream(SCHEMAS)
                    .map(name -> new SchemaMappingType().withInputSchema(name))
                    .toArray(SchemaMappingType[]::new))
            .withForcedTypes(
                new ForcedType()
                    .withName("INSTANT")
                    .withIncludeTypes("(?i:timestamp with time zone|timestamptz)"));
    Generate what =
        new Generate()
            .withRecords(true)
            .withPojos(false)
            .withDaos(false)
            .withJavadoc(false)
            .withGeneratedAnnotation(false)
            .withGlobalObjectReferences(true)
            .withImplicitJoinPathsToOne(false)
            .withImplicitJoinPathsToMany(false)
            .withImplicitJoinPathsManyToMany(false)
            .withIndexes(false);
    GenerationTool.generate(
        new Configuration()
            .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
            .withGenerator(
                new Generator()
                    .withDatabase(database)
                    .withGenerate(what)
                    .withTarget(
                        new Target()
                            .withPackageName("cn.lianban.db")
                            .withDirectory(target.toString())
                            .withClean(true))));
  }

  private static String hash(Path folder) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
