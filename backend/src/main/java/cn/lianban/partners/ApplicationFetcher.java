package cn.lianban.partners;

import cn.lianban.api.types.ApplicationDisableInput;
import cn.lianban.api.types.ApplicationRegisterInput;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The district's other applications in the API. */
@DgsComponent
class ApplicationFetcher {
  private final Applications applications;

  ApplicationFetcher(Applications applications) {
    this.applications = applications;
  }

  @DgsQuery(field = "applications")
  List<Application> all() {
    return applications.all();
  }

  @DgsMutation
  SecretPayload applicationRegister(@InputArgument ApplicationRegisterInput input) {
    return Refusals.payload(
        () -> {
          var issued = applications.register(input);
          return new SecretPayload(issued.application(), issued.secret(), List.of());
        },
        errors -> new SecretPayload(null, null, errors));
  }

  @DgsMutation
  ApplicationPayload applicationDisable(@InputArgument ApplicationDisableInput input) {
    return Refusals.payload(
        () -> new ApplicationPayload(applications.disable(input), List.of()),
        errors -> new ApplicationPayload(null, errors));
  }

  record SecretPayload(
      @Nullable Application application, @Nullable String secret, List<UserError> userErrors) {}

  record ApplicationPayload(@Nullable Application application, List<UserError> userErrors) {}
}
