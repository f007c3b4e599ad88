package cn.lianban.graphql;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Default deny: a root field without @anonymous needs a signed-in caller. Once per operation. */
@Component
final class Gate extends SimplePerformantInstrumentation {
  private final Admission admission;
  private final PartnerCalls partners;

  Gate(Admission admission, PartnerCalls partners) {
    this.admission = admission;
    this.partners = partners;
  }

  @Override
  public InstrumentationContext<ExecutionResult> beginExecution(
      InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
    return SimpleInstrumentationContext.whenCompleted((result, thrown) -> admission.finished());
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
    ExecutionContext context = parameters.getExecutionContext();
    try {
      admitAll(context, root(context), context.getOperationDefinition().getSelectionSet());
    } catch (RuntimeException refused) {
      throw new AbortExecutionException(
          List.of(
              GraphqlErrorBuilder.newError()
                  .message(MaskedErrors.words(refused))
                  .extensions(MaskedErrors.extensions(refused))
                  .build()));
    }
    return SimpleInstrumentationContext.noOp();
  }

  private void admitAll(ExecutionContext context, GraphQLObjectType root, SelectionSet selections) {
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> admit(root, field.getName());
        case InlineFragment inline -> admitAll(context, root, inline.getSelectionSet());
        case FragmentSpread spread -> {
          FragmentDefinition fragment = context.getFragmentsByName().get(spread.getName());
          if (fragment != null) {
            admitAll(context, root, fragment.getSelectionSet());
          }
        }
        default -> throw Problem.badRequest("unknown selection");
      }
    }
  }

  private void admit(GraphQLObjectType root, String name) {
    GraphQLFieldDefinition field = root.getFieldDefinition(name);
    if (field != null) {
      partners.current().ifPresent(caller -> admit(caller, field));
      admission.admit(name, field.hasAppliedDirective("anonymous"));
    }
  }

  /** A partner's token opens what is marked for partners and its scopes cover. */
  private static void admit(PartnerCalls.Caller caller, GraphQLFieldDefinition field) {
    var mark = field.getAppliedDirective("partner");
    Object scope = mark == null ? null : mark.getArgument("scope").getValue();
    if (!(scope instanceof String asked) || !caller.scopes().contains(asked)) {
      throw Problem.forbidden();
    }
  }

  private static GraphQLObjectType root(ExecutionContext context) {
    return switch (context.getOperationDefinition().getOperation()) {
      case MUTATION -> context.getGraphQLSchema().getMutationType();
      default -> context.getGraphQLSchema().getQueryType();
    };
  }
}
