package cn.lianban;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.netflix.graphql.dgs.DgsComponent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.PlainSQL;

/** The rules that ArchUnit checks, each with its argued exceptions. */
final class HouseRules {
  private static final Pattern ROOM = Pattern.compile("^(?:cn\\.lianban|planted)\\.(\\w+)");
  private static final Pattern TABLE = Pattern.compile("^cn\\.lianban\\.db\\.(\\w+)\\.");
  private static final Pattern BANNED =
      Pattern.compile(".*(Impl|Dto|Entity|Mapper|Helper|Utils?|Manager)$");

  /** Tenancy writes the scope's settings, server speaks to databases that have no scope yet. */
  private static final Set<String> PLAIN_SQL_ROOMS = Set.of("tenancy", "server");

  /**
   * Views and tables of another room that a room may read; everything else goes through the other
   * room's public methods. Room → schema.TABLE_CONSTANT.
   */
  static final Map<String, Set<String>> FOREIGN_TABLES =
      // a disabled account's sessions end in the transaction that disables it: Spring's repository
      // would need a second connection
      Map.of("identity", Set.of("machinery.SPRING_SESSION"));

  private HouseRules() {}

  static String room(JavaClass type) {
    Matcher room = ROOM.matcher(type.getPackageName());
    return room.find() ? room.group(1) : "";
  }

  static ArchRule noPlainSql() {
    return classes()
        .that(
            DescribedPredicate.describe(
                "live outside tenancy and server", type -> !PLAIN_SQL_ROOMS.contains(room(type))))
        .should(
            new ArchCondition<JavaClass>("use jOOQ's DSL only, no SQL text and no Statement") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                    .filter(HouseRules::isPlainSql)
                    .forEach(access -> violated(events, type, access.getDescription()));
                type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass().isAssignableTo(java.sql.Statement.class))
                    .forEach(dependency -> violated(events, type, dependency.getDescription()));
              }
            });
  }

  private static boolean isPlainSql(JavaAccess<?> access) {
    boolean statement =
        access.getTargetOwner().isAssignableTo(java.sql.Connection.class)
            && access.getName().matches("prepare(Statement|Call)|createStatement|nativeSQL");
    boolean template =
        access.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc");
    return statement
        || template
        || access.getTarget().isAnnotatedWith(PlainSQL.class)
        || access.getTarget()
                instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget call
            && call.resolveMember().map(m -> m.isAnnotatedWith(PlainSQL.class)).orElse(false);
  }

  static ArchRule ownTablesOnly() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("use their own room's tables only") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  Matcher table = TABLE.matcher(dependency.getTargetClass().getName());
                  if (table.find() && !mayUse(type, table.group(1), dependency)) {
                    violated(events, type, dependency.getDescription());
                  }
                }
              }
            });
  }

  private static boolean mayUse(JavaClass type, String schema, Dependency dependency) {
    if (schema.equals(room(type))) {
      return true;
    }
    return FOREIGN_TABLES.getOrDefault(room(type), Set.of()).stream()
        .filter(table -> table.startsWith(schema + "."))
        .map(table -> table.substring(schema.length() + 1))
        .anyMatch(
            table ->
                dependency.getDescription().contains("Tables." + table + ">")
                    || camel(dependency.getTargetClass().getSimpleName()).equals(table)
                    || camel(dependency.getTargetClass().getSimpleName())
                        .equals(table + "_RECORD"));
  }

  private static String camel(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
  }

  static ArchRule noBannedSuffix() {
    return noClasses()
        .should(
            be(
                DescribedPredicate.describe(
                    "named …Impl, Dto, Entity, Mapper, Helper, Util(s), Manager",
                    type -> BANNED.matcher(type.getSimpleName()).matches())));
  }

  static ArchRule fetchersArePrivate() {
    return classes()
        .that()
        .areAnnotatedWith(DgsComponent.class)
        .or()
        .haveSimpleNameEndingWith("Fetcher")
        .should()
        .notBePublic();
  }

  /**
   * Inputs, and the words in them, may walk into a use case; what a room answers is its own record.
   */
  static ArchRule generatedTypesStayAtTheDoor() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("use generated API types in fetchers only, save inputs") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  String target = dependency.getTargetClass().getName();
                  if (target.startsWith("cn.lianban.api.")
                      && !outermost(type).isAnnotatedWith(DgsComponent.class)
                      && !dependency.getTargetClass().isEnum()
                      && !target.matches(".*(Input|Filter)(\\$.*)?")) {
                    violated(events, type, dependency.getDescription());
                  }
                }
              }
            });
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
  }

  /** Anonymous and nested types aside. */
  static boolean isPublicTopLevel(JavaClass type) {
    return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static void violated(ConditionEvents events, JavaClass type, String words) {
    events.add(SimpleConditionEvent.violated(type, words));
  }
}
