package cn.lianban.graphql;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a document may ask for, checked on the parsed document before validation: depth, fields,
 * repeats of one field inside a selection set, directives, one root field in a mutation. Fragments
 * are counted wherever they are spread, so that nothing can be hidden in them.
 */
final class DocumentLimits {
  static final int CHARACTERS = 20_000;
  static final int TOKENS = 2_000;
  static final int DEPTH = 10;
  static final int FIELDS = 300;
  static final int REPEATS = 15;
  static final int DIRECTIVES = 8;

  /** Selections looked at; fragments that spread fragments grow without a single field. */
  private static final int VISITS = 2_000;

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private int fields;
  private int visits;

  private DocumentLimits() {}

  /**
   * @throws Problem BAD_REQUEST naming the first limit that is exceeded
   */
  static void check(Document document) {
    DocumentLimits limits = new DocumentLimits();
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      limits.fragments.put(fragment.getName(), fragment);
    }
    refuseWhen(directives(document) > DIRECTIVES, "指令最多 " + DIRECTIVES + " 个");
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      int roots = limits.level(operation.getSelectionSet(), 1);
      refuseWhen(
          operation.getOperation() == OperationDefinition.Operation.MUTATION && roots > 1,
          "一次只能执行一个变更");
    }
  }

  private static int directives(Document document) {
    int[] count = {0};
    new NodeTraverser()
        .preOrder(
            new NodeVisitorStub() {
              @Override
              public TraversalControl visitDirective(
                  Directive directive, TraverserContext<Node> context) {
                count[0]++;
                return TraversalControl.CONTINUE;
              }
            },
            document);
    return count[0];
  }

  /** A selection set with its fragments spread out, and everything below it. */
  private int level(SelectionSet selections, int depth) {
    List<Field> found = new ArrayList<>();
    collect(selections, new HashSet<>(), found);
    refuseWhen(depth > DEPTH && !found.isEmpty(), "嵌套最多 " + DEPTH + " 层");
    Map<String, Integer> repeats = new HashMap<>();
    for (Field field : found) {
      refuseWhen(
          repeats.merge(field.getName(), 1, Integer::sum) > REPEATS, "同一字段最多重复 " + REPEATS + " 次");
      if (field.getSelectionSet() != null) {
        level(field.getSelectionSet(), depth + 1);
      }
    }
    return found.size();
  }

  private void collect(SelectionSet selections, Set<String> open, List<Field> found) {
    for (Selection<?> selection : selections.getSelections()) {
      refuseWhen(++visits > VISITS, "查询过大");
      switch (selection) {
        case Field field -> {
          refuseWhen(++fields > FIELDS, "字段最多 " + FIELDS + " 个");
          found.add(field);
        }
        case InlineFragment inline -> collect(inline.getSelectionSet(), open, found);
        case FragmentSpread spread -> spread(spread.getName(), open, found);
        default -> throw Problem.badRequest("查询无法识别");
      }
    }
  }

  private void spread(String name, Set<String> open, List<Field> found) {
    FragmentDefinition fragment = fragments.get(name);
    if (fragment == null) {
      return; // validation will say so
    }
    refuseWhen(!open.add(name), "片段循环引用");
    collect(fragment.getSelectionSet(), open, found);
    open.remove(name);
  }

  private static void refuseWhen(boolean exceeded, String words) {
    if (exceeded) {
      throw Problem.badRequest(words);
    }
  }
}
