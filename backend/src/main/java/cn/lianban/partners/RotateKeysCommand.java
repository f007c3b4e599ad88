package cn.lianban.partners;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --lianban.command=rotate-keys}: another key signs from now on, in every running instance
 * after ten seconds; nothing is restarted.
 */
@Component
@ConditionalOnProperty(name = "lianban.command", havingValue = "rotate-keys")
class RotateKeysCommand implements ApplicationRunner {
  private final SigningKeys keys;
  private final ConfigurableApplicationContext context;

  RotateKeysCommand(SigningKeys keys, ConfigurableApplicationContext context) {
    this.keys = keys;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    System.out.println(
        "signing from " + SigningKeys.PUBLISHED_FOR.toSeconds() + " s on with " + keys.rotate());
    System.exit(SpringApplication.exit(context, () -> 0));
  }
}
