package cn.lianban.setup;

import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Operators;
import cn.lianban.identity.Role;
import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --lianban.command=open-operator}: an account for the platform's operator, or another first
 * password for the one that is there.
 */
@Component
@ConditionalOnProperty(name = "lianban.command", havingValue = "open-operator")
class OpenOperatorCommand implements ApplicationRunner {
  private final Operators operators;
  private final ConfigurableApplicationContext context;
  private final String login;

  OpenOperatorCommand(
      Operators operators,
      ConfigurableApplicationContext context,
      @Value("${lianban.operator:operator}") String login) {
    this.operators = operators;
    this.context = context;
    this.login = login;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    int code = execute(System.out);
    System.exit(SpringApplication.exit(context, () -> code));
  }

  private int execute(PrintStream out) {
    try {
      Operators.Opened opened = operators.open(login);
      out.println(
          opened.fresh()
              ? "the operator's account is open; its first password, shown once:"
              : "the operator's account was there: it has another first password, shown once:");
      out.println(new Staff.Created(opened.login(), opened.password(), Role.PLATFORM_OPERATOR, ""));
      return 0;
    } catch (Rejected wrong) {
      out.println("cannot open: " + wrong.toUserError().message());
      return 1;
    }
  }
}
