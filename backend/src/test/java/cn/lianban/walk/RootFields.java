package cn.lianban.walk;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The SDL's queries and mutations, and for each a document that asks for all it can answer. */
final class RootFields {
  private static final int MOST_FIELDS = 280;

  /** Lists in lists: their whole answer would cost more than anybody may ask for. */
  private static final Set<String> COSTLY = Set.of("inPlace", "itemDecisionsToJudge", "viewer");

  private final Map<String, List<FieldDefinition>> types = new TreeMap<>();

  /** What was found once: the walk asks each question some fifty times. */
  private final Map<String, String> found = new HashMap<>();

  private int counted;

  /** Every query and mutation by name. */
  final Map<String, Root> all = new TreeMap<>();

  /** A root field. */
  record Root(String name, boolean mutation, boolean anonymous, FieldDefinition definition) {
    Set<String> arguments() {
      return definition.getInputValueDefinitions().stream()
          .map(InputValueDefinition::getName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private final Set<String> left;

  /**
   * @param left fields of types ({@code Case.rated}) that documents leave out
   */
  RootFields(TypeDefinitionRegistry registry, Set<String> left) {
    this.left = left;
    registry
        .getTypes(ObjectTypeDefinition.class)
        .forEach(type -> types.put(type.getName(), new ArrayList<>(type.getFieldDefinitions())));
    registry
        .objectTypeExtensions()
        .forEach(
            (name, extensions) ->
                extensions.forEach(more -> types.get(name).addAll(more.getFieldDefinitions())));
    for (String root : List.of("Query", "Mutation")) {
      for (FieldDefinition field : types.get(root)) {
        boolean anonymous = field.hasDirective("anonymous");
        all.put(
            field.getName(), new Root(field.getName(), root.equals("Mutation"), anonymous, field));
      }
    }
  }

  static TypeDefinitionRegistry sdl() throws IOException {
    TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:schema/*.graphqls")) {
      registry.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
    }
    return registry;
  }

  /** The root fields that a table of entries forgot, and its entries that are no fields. */
  Set<String> differFrom(Set<String> entries) {
    Set<String> differing = new TreeSet<>(all.keySet());
    differing.removeAll(entries);
    entries.stream().filter(name -> !all.containsKey(name)).forEach(differing::add);
    return differing;
  }

  /**
   * A document with every argument that the variables name and the widest answer inside the limits.
   */
  String document(Root root, Set<String> variables) {
    List<InputValueDefinition> arguments =
        root.definition().getInputValueDefinitions().stream()
            .filter(argument -> variables.contains(argument.getName()))
            .toList();
    String declared =
        arguments.stream()
            .map(a -> "$" + a.getName() + ": " + AstPrinter.printAst(a.getType()))
            .collect(Collectors.joining(", "));
    String passed =
        arguments.stream()
            .map(a -> a.getName() + ": $" + a.getName())
            .collect(Collectors.joining(", "));
    return (root.mutation() ? "mutation" : "query")
        + (declared.isEmpty() ? "" : "(" + declared + ")")
        + " { "
        + root.name()
        + (passed.isEmpty() ? "" : "(" + passed + ")")
        + widest(nameOf(root.definition()), COSTLY.contains(root.name()) ? 3 : 5)
        + " }";
  }

  private String widest(String type, int most) {
    return found.computeIfAbsent(type + " " + most, any -> widestWithin(type, most));
  }

  private String widestWithin(String type, int most) {
    for (int levels = most; levels > 0; levels--) {
      counted = 1;
      String selection = selection(type, levels, Set.of());
      if (counted <= MOST_FIELDS) {
        return selection;
      }
    }
    throw new IllegalStateException(type + " is too wide for the limits");
  }

  private String selection(String type, int levels, Set<String> above) {
    List<FieldDefinition> fields = types.get(type);
    if (fields == null) {
      return "";
    }
    Set<String> path = new TreeSet<>(above);
    path.add(type);
    StringBuilder text = new StringBuilder(" { ");
    for (FieldDefinition field : fields) {
      String below = nameOf(field);
      boolean object = types.containsKey(below);
      if (left.contains(type + "." + field.getName())
          || needsArguments(field)
          || object && (levels == 1 || path.contains(below))) {
        continue;
      }
      counted++;
      text.append(field.getName())
          .append(object ? selection(below, levels - 1, path) : "")
          .append(' ');
    }
    counted++;
    return text.append("__typename }").toString();
  }

  private static boolean needsArguments(FieldDefinition field) {
    return field.getInputValueDefinitions().stream()
        .anyMatch(a -> a.getType() instanceof NonNullType && a.getDefaultValue() == null);
  }

  private static String nameOf(FieldDefinition field) {
    TypeName name = TypeInfo.typeInfo(field.getType()).getTypeName();
    return name.getName();
  }
}
