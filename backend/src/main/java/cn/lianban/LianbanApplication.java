package cn.lianban;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The one service of Lianban. Rooms are the packages below this one; see README, "map of rooms".
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LianbanApplication {
  static void main(String[] args) {
    SpringApplication application = new SpringApplication(LianbanApplication.class);
    if (Arrays.stream(args).anyMatch(arg -> arg.startsWith("--lianban.command="))) {
      application.setAdditionalProfiles("command");
    }
    application.run(args);
  }
}
