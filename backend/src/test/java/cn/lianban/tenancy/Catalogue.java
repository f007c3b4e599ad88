package cn.lianban.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads pg_catalog and lists what breaks the isolation of tenants; an empty list is a sound one.
 */
final class Catalogue {
  private static final String OURS =
      """
      with ours as (
        select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relispartition,
               n.nspname || '.' || c.relname as name,
               coalesce(replace(obj_description(c.oid), 'class: ', ''), 'no class') as class,
               (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id'
                  and a.attnotnull and a.atttypid = 'int4'::regtype) as district
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and not (n.nspname = 'public' and c.relname like 'databasechangelog%')),
      tenants as (
        select * from ours where relkind in ('r', 'p') and class not in ('machinery', 'reference'))
      """;

  private static final String RUNTIME =
      """
      with recursive runtime as (
        select oid, rolname from pg_roles where rolname = 'lianban_app'
        union
        select r.oid, r.rolname from runtime u join pg_auth_members m on m.member = u.oid join pg_roles r on r.oid = m.roleid)
      """;

  /** Each statement answers one sentence per fault. */
  private static final List<String> QUESTIONS =
      List.of(
          OURS
              + "select name || ' has no district_id int not null' from tenants where district is null",
          OURS
              + """
              select name || ' lacks sub_district_id or at_district' from tenants t where class = 'tenant'
              and 2 > (select count(*) from pg_attribute a where a.attrelid = t.oid and (a.attname = 'sub_district_id'
                and a.atttypid = 'int4'::regtype or a.attname = 'at_district' and a.attnotnull))""",
          OURS
              + """
              select name || ' has no forced row-level security' from ours where relkind in ('r', 'p')
              and class <> 'machinery' and not (relrowsecurity and relforcerowsecurity)""",
          OURS
              + """
              select name || ' has no primary key' from ours where relkind in ('r', 'p')
              and not exists (select from pg_index i where i.indrelid = ours.oid and i.indisprimary)""",
          OURS
              + """
              select name || ': ' || i.indexrelid::regclass || ' is unique but not led by district_id' from tenants t
              join pg_index i on i.indrelid = t.oid
              where (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from t.district""",
          OURS
              + """
              select c.conrelid::regclass || ': foreign key ' || c.conname || ' is not led by district_id'
              from pg_constraint c left join tenants t on t.oid = c.conrelid left join tenants r on r.oid = c.confrelid
              where c.contype = 'f' and (t.oid is not null or r.oid is not null)
              and (c.conkey[1] is distinct from t.district or c.confkey[1] is distinct from r.district)""",
          OURS
              + """
              select 'view ' || name || ' is no security_invoker' from ours where relkind = 'v'
              and not coalesce(reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1}', false)""",
          OURS
              + """
              select name || ' is readable around the policies (kind ' || relkind::text || ')' from ours
              where relkind in ('m', 'f', 'p') or relispartition
                 or oid in (select inhrelid from pg_inherits where ours.relkind = 'r')""",
          """
          select p.oid::regprocedure || ' is security definer or leakproof' from pg_proc p
          join pg_namespace n on n.oid = p.pronamespace
          where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and (p.prosecdef or p.proleakproof)""",
          "select ev_class::regclass || ' has the rule ' || rulename from pg_rewrite"
              + " where rulename <> '_RETURN' and ev_class >= 16384",
          RUNTIME
              + """
              select rolname || ' has an attribute it must not have' from pg_roles where (rolsuper or rolbypassrls
              or rolcreaterole or rolcreatedb or rolreplication) and oid in (select oid from runtime)""",
          RUNTIME
              + "select 'lianban_app is a member of ' || rolname from runtime where rolname <> 'lianban_app'",
          "select rolname || ' bypasses the policies' from pg_roles"
              + " where rolname = 'lianban_owner' and (rolsuper or rolbypassrls)",
          RUNTIME
              + """
              select rolname || ' owns ' || pg_describe_object(classid, objid, 0) from pg_shdepend d
              join runtime r on r.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass where d.deptype = 'o'
              and dbid in (0, (select oid from pg_database where datname = current_database()))""",
          OURS
              + """
              select 'lianban_app may ' || privilege || ' ' || name from ours,
              unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
              where relkind in ('r', 'p', 'v', 'm', 'f') and has_table_privilege('lianban_app', oid, privilege)""",
          OURS
              + """
              select 'lianban_app may refer to columns of ' || name from ours where relkind in ('r', 'p')
              and has_any_column_privilege('lianban_app', oid, 'REFERENCES')""",
          """
          select 'lianban_app may create in schema ' || nspname from pg_namespace
          where has_schema_privilege('lianban_app', oid, 'CREATE')""",
          """
          select 'lianban_app may ' || privilege || ' in the database' from unnest(array['CREATE', 'TEMP']) privilege
          where has_database_privilege('lianban_app', current_database(), privilege)""",
          """
          select 'lianban_app may pass on ' || c.oid::regclass from pg_class c, aclexplode(c.relacl) a
          where a.is_grantable and a.grantee = 'lianban_app'::regrole""",
          OURS
              + """
              select 'PUBLIC may ' || a.privilege_type || ' ' || name from ours join pg_class c using (oid),
              aclexplode(c.relacl) a where a.grantee = 0
              union all select 'PUBLIC may ' || a.privilege_type || ' a column of ' || name from ours
              join pg_attribute t on t.attrelid = ours.oid, aclexplode(t.attacl) a where a.grantee = 0
              union all select 'PUBLIC may ' || a.privilege_type || ' schema ' || nspname from pg_namespace n,
              aclexplode(n.nspacl) a where a.grantee = 0 and nspname !~ '^pg_' and nspname <> 'information_schema'
              union all select 'PUBLIC may ' || a.privilege_type || ' function ' || p.oid::regprocedure from pg_proc p
              join pg_namespace n on n.oid = p.pronamespace,
              aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              where a.grantee = 0 and nspname !~ '^pg_' and nspname <> 'information_schema'
              union all select 'PUBLIC may ' || a.privilege_type || ' the database' from pg_database d,
              aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
              where a.grantee = 0 and datname = current_database()
              union all select 'PUBLIC is granted future objects' from pg_default_acl d, aclexplode(d.defaclacl) a
              where a.grantee = 0""",
          """
          select 'a role or database presets ' || setting from pg_db_role_setting, unnest(setconfig) setting
          where setting ~ '^(app\\.|row_security|search_path|session_replication_role)'""");

  private Catalogue() {}

  static List<String> faults(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    for (String question : QUESTIONS) {
      faults.addAll(column(connection, question));
    }
    compareClasses(connection, faults);
    comparePolicies(connection, faults);
    for (String table : TableClass.APPEND_ONLY) {
      faults.addAll(
          column(
              connection,
              "select 'lianban_app may change "
                  + table
                  + "' where has_table_privilege('lianban_app', '"
                  + table
                  + "', 'UPDATE') or has_table_privilege('lianban_app', '"
                  + table
                  + "', 'DELETE')"));
    }
    return faults;
  }

  private static void compareClasses(Connection connection, List<String> faults)
      throws SQLException {
    List<String> seen =
        column(
            connection, OURS + "select name || '=' || class from ours where relkind in ('r', 'p')");
    Map<String, String> open = new TreeMap<>();
    TableClass.TABLES.forEach((table, kind) -> open.put(table, kind.name().toLowerCase()));
    for (String entry : seen) {
      String[] parts = entry.split("=", 2);
      String named = open.remove(parts[0]);
      if (named == null) {
        faults.add(parts[0] + " is not listed in TableClass");
      } else if (!named.equals(parts[1])) {
        faults.add(parts[0] + " says class " + parts[1] + " but is listed as " + named);
      }
    }
    open.keySet().forEach(table -> faults.add(table + " is listed but does not exist"));
  }

  private static void comparePolicies(Connection connection, List<String> faults)
      throws SQLException {
    Map<String, List<String>> actual = new TreeMap<>();
    List<String> rows =
        column(
            connection,
            """
            select schemaname || '.' || tablename || '=' || policyname || ' ' || permissive || ' ' || roles::text || ' '
              || cmd || ' ' || coalesce(qual, 'null') || ' → ' || coalesce(with_check, 'null') from pg_policies""");
    for (String row : rows) {
      String[] parts = row.split("=", 2);
      actual.computeIfAbsent(parts[0], table -> new ArrayList<>()).add(parts[1]);
    }
    TableClass.TABLES.forEach(
        (table, kind) -> {
          List<String> expected = new ArrayList<>(kind.policies);
          if (TableClass.SCANNED.contains(table)) {
            expected.add(TableClass.SCAN_POLICY);
          }
          if (TableClass.PURGED.contains(table)) {
            expected.add(TableClass.PURGE_POLICY);
          }
          if (TableClass.SERVED.contains(table)) {
            expected.add(TableClass.SERVED_POLICY);
          }
          List<String> found = actual.getOrDefault(table, List.of());
          if (found.size() != expected.size() || !expected.containsAll(found)) {
            faults.add(table + " has not the policies of class " + kind + ": " + found);
          }
        });
  }

  static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
