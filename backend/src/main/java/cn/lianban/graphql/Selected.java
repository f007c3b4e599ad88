package cn.lianban.graphql;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document asks for below a field, by name; @skip and types of fragments are not looked at,
 * so that now and then a little more is read than asked.
 */
public final class Selected {
  private final List<SelectionSet> sets;
  private final Map<String, FragmentDefinition> fragments;

  private Selected(List<SelectionSet> sets, Map<String, FragmentDefinition> fragments) {
    this.sets = sets;
    this.fragments = fragments;
  }

  static Selected of(DataFetchingEnvironment env) {
    List<SelectionSet> sets = new ArrayList<>();
    env.getMergedField().getFields().forEach(field -> add(sets, field.getSelectionSet()));
    return new Selected(sets, env.getFragmentsByName());
  }

  /** Below a field of these; empty when it is not asked for. */
  public Selected below(String field) {
    List<SelectionSet> found = new ArrayList<>();
    sets.forEach(set -> collect(set, field, found));
    return new Selected(found, fragments);
  }

  /** The field is asked for. It has fields of its own. */
  public boolean has(String field) {
    return !below(field).sets.isEmpty();
  }

  private void collect(SelectionSet set, String name, List<SelectionSet> found) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field when field.getName().equals(name) -> add(found, field.getSelectionSet());
        case InlineFragment inline -> collect(inline.getSelectionSet(), name, found);
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null) {
            collect(fragment.getSelectionSet(), name, found);
          }
        }
        default -> {}
      }
    }
  }

  private static void add(List<SelectionSet> sets, @Nullable SelectionSet set) {
    if (set != null) {
      sets.add(set);
    }
  }
}
