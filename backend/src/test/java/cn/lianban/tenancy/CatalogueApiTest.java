package cn.lianban.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.ApiTestBase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The migrated database keeps tenants apart by itself; on PostgreSQL 18 and 15. */
@Tag("postgres15")
class CatalogueApiTest extends ApiTestBase {
  private static final String TABLE =
      "create table clock.planted (district_id int not null, id int,";
  private static final String TENANT_TABLE =
      "create table clock.planted (district_id int not null, id int, sub_district_id int,"
          + " at_district boolean not null default false, primary key (district_id, id));"
          + " select tenancy.protect('clock.planted', 'tenant', 'select');";

  @Autowired HikariDataSource pool;

  @Test
  void theMigratedDatabaseHasNoFault() throws Exception {
    try (Connection admin = AdminConnection.open(pool)) {
      assertThat(Catalogue.faults(admin)).isEmpty();
    }
  }

  @Test
  void theServiceRunsAsTheRuntimeRole() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(Catalogue.column(connection, "select session_user"))
          .containsExactly("lianban_app");
    }
  }

  @Test
  void everyTableWithoutPolicyIsArgued() {
    assertThat(TableClass.MACHINERY_ARGUED.keySet())
        .containsExactlyInAnyOrderElementsOf(
            TableClass.TABLES.entrySet().stream()
                .filter(table -> table.getValue() == TableClass.MACHINERY)
                .map(java.util.Map.Entry::getKey)
                .toList());
  }

  /** Behind the catalogue: what the policies do, asked of every table that holds tenants. */
  @Test
  void withoutSettingsNoTenantsRowIsVisible() throws Exception {
    districts.fresh();
    try (Connection connection = pool.getConnection()) {
      for (String table : tenantTables()) {
        assertThat(Catalogue.column(connection, "select count(*) from " + table))
            .as(table)
            .containsExactly("0");
      }
    }
    try (Connection admin = AdminConnection.open(pool)) {
      assertThat(Catalogue.column(admin, "select count(*) > 0 from tenancy.district"))
          .containsExactly("t");
    }
  }

  @Test
  void referenceDataIsReadOnlyInATenantsReach() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("set local app.district = '1'; set local app.reach = 'ALL'");
      assertThat(Catalogue.column(connection, "select count(*) > 0 from clock.national_day"))
          .containsExactly("t");
      assertThat(
              connection.createStatement().executeUpdate("update clock.national_day set off = off"))
          .isZero();
      assertThat(connection.createStatement().executeUpdate("delete from clock.national_day"))
          .isZero();
      connection.rollback();
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        of("no district", "create table clock.planted (id int primary key)", "no district_id"),
        of(
            "nullable district",
            "create table clock.planted (district_id int, id int primary key)",
            "no district_id"),
        of(
            "no level columns",
            TABLE
                + " primary key (district_id, id)); comment on table"
                + " clock.planted is 'class: tenant'",
            "lacks sub_district_id"),
        of("no policy", TABLE + " primary key (district_id, id))", "no forced row-level security"),
        of(
            "policies not forced",
            "alter table cases.casefile no force row level security",
            "cases.casefile has no forced"),
        of("no primary key", TABLE + " name text)", "no primary key"),
        of(
            "unique key without district",
            "create unique index on cases.casefile (number)",
            "is unique but not led"),
        of(
            "unique expression",
            "create unique index on cases.casefile ((district_id + 0), number)",
            "is unique but not led"),
        of(
            "district not first",
            "create unique index on cases.casefile (number, district_id)",
            "is unique but not led"),
        of(
            "foreign key without district",
            "create table machinery.planted (id int primary key, account_district int, account bigint,"
                + " foreign key (account_district, account) references identity.account)",
            "foreign key planted_account_district_account_fkey is not led"),
        of("unlisted table", TENANT_TABLE, "clock.planted is not listed"),
        of("dropped table", "drop table cases.case_material", "listed but does not exist"),
        of(
            "class changed",
            "comment on table cases.casefile is 'class: definition'",
            "cases.casefile says class definition"),
        of(
            "a second, wider policy",
            "create policy more on cases.casefile for select using (true)",
            "cases.casefile has not the policies"),
        of(
            "a policy that forgets the district",
            "alter policy visible on cases.casefile using (current_setting('app.reach', true) = 'ALL')",
            "cases.casefile has not the policies"),
        of(
            "a policy that forgets the level",
            "alter policy visible on cases.casefile using (district_id ="
                + " nullif(current_setting('app.district', true), '')::int)",
            "cases.casefile has not the policies"),
        of(
            "scan of a table with content",
            "select tenancy.scannable('cases.casefile')",
            "cases.casefile has not the policies"),
        of(
            "reference data writable",
            "alter policy changed on clock.national_day using (true)",
            "clock.national_day has not the policies"),
        of(
            "view with its owner's rights",
            "create view clock.planted as select 1 from clock.duty",
            "no security_invoker"),
        of(
            "materialized view",
            "create materialized view clock.planted as select * from clock.national_day",
            "readable around the policies (kind m)"),
        of(
            "partitioned table",
            "create table clock.planted (district_id int not null, primary key (district_id))"
                + " partition by range (district_id)",
            "readable around the policies (kind p)"),
        of(
            "partition",
            "create table clock.whole (district_id int not null primary key) partition by range"
                + " (district_id); create table clock.planted partition of clock.whole default",
            "clock.planted is readable around"),
        of(
            "inheritance",
            "create table clock.planted () inherits (clock.duty)",
            "clock.planted is readable around"),
        of(
            "security definer",
            "create function clock.planted() returns int language sql security definer as 'select 1'",
            "security definer or leakproof"),
        of(
            "rule",
            "create rule planted as on insert to clock.duty do also select 1",
            "has the rule planted"),
        of("truncate", "grant truncate on clock.duty to lianban_app", "may TRUNCATE clock.duty"),
        of("references", "grant references on clock.duty to lianban_app", "may REFERENCES"),
        of("trigger", "grant trigger on clock.duty to lianban_app", "may TRIGGER"),
        of(
            "references on a column",
            "grant references (id) on clock.duty to lianban_app",
            "may refer to columns of clock.duty"),
        of("create", "grant create on schema clock to lianban_app", "may create in schema clock"),
        of("temp", "grant temp on database lianban to lianban_app", "may TEMP in the database"),
        of(
            "grant option",
            "grant select on clock.duty to lianban_app with grant option",
            "may pass on clock.duty"),
        of("public table", "grant select on clock.duty to public", "PUBLIC may SELECT clock.duty"),
        of("public column", "grant select (id) on clock.duty to public", "a column of clock.duty"),
        of(
            "public schema",
            "grant usage on schema clock to public",
            "PUBLIC may USAGE schema clock"),
        of(
            "public function",
            "create function clock.planted() returns int language sql as 'select 1'",
            "PUBLIC may EXECUTE function"),
        of("public database", "grant temp on database lianban to public", "PUBLIC may TEMPORARY"),
        of(
            "public by default",
            "alter default privileges in schema clock grant select on tables to public",
            "PUBLIC is granted future objects"),
        of(
            "audit rewritable",
            "grant update on audit.entry to lianban_app",
            "may change audit.entry"),
        of(
            "the story of a case rewritable",
            "grant update on cases.case_event to lianban_app",
            "may change cases.case_event"),
        of(
            "the story of a clock removable",
            "grant delete on clock.event to lianban_app",
            "may change clock.event"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void theTestSeesWhatTheOwnerPlants(String name, String plant, String seen) throws Exception {
    assertThat(planted("set local role lianban_owner; " + plant + "; reset role"))
        .anyMatch(fault -> fault.contains(seen));
  }

  static Stream<Arguments> administratorsFaults() {
    return Stream.of(
        of("superuser", "alter role lianban_app superuser", "attribute it must not have"),
        of("bypass", "alter role lianban_app bypassrls", "attribute it must not have"),
        of(
            "bypass through a group",
            "create role planted bypassrls; grant planted to lianban_app",
            "planted has an attribute"),
        of("member", "grant pg_read_all_data to lianban_app", "is a member of pg_read_all_data"),
        of("owner bypasses", "alter role lianban_owner bypassrls", "bypasses the policies"),
        of("owns a table", "alter table clock.duty owner to lianban_app", "lianban_app owns table"),
        of(
            "leakproof",
            "create function clock.planted() returns int leakproof language sql as 'select 1'",
            "security definer or leakproof"),
        of(
            "foreign table",
            "create foreign data wrapper planted; create server planted foreign data wrapper planted;"
                + " create foreign table clock.planted (id int) server planted",
            "readable around the policies (kind f)"),
        of(
            "preset district",
            "alter role lianban_app set app.district = '1'",
            "presets app.district=1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("administratorsFaults")
  void theTestSeesWhatAnAdministratorPlants(String name, String plant, String seen)
      throws Exception {
    assertThat(planted(plant)).anyMatch(fault -> fault.contains(seen));
  }

  private List<String> planted(String plant) throws SQLException, IOException {
    try (Connection admin = AdminConnection.open(pool)) {
      admin.setAutoCommit(false);
      try (var statement = admin.createStatement()) {
        statement.execute("set local lock_timeout = '10s'");
        statement.execute(plant);
        return Catalogue.faults(admin);
      } finally {
        admin.rollback();
      }
    }
  }

  private static List<String> tenantTables() {
    return TableClass.TABLES.entrySet().stream()
        .filter(table -> table.getValue().holdsTenants())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
