package cn.lianban.setup;

import cn.lianban.tenancy.Districts;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo profile's start: builds the demo district when it is not there yet, and prints addresses
 * and accounts. A command of the jar does neither.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "lianban.command", matchIfMissing = true, havingValue = "none")
class DemoStart implements ApplicationRunner {
  private final DemoDistrict demo;
  private final DemoOperator operator;
  private final LoadingMark mark;
  private final Districts districts;
  private final WebServerApplicationContext web;
  private final int cases;

  DemoStart(
      DemoDistrict demo,
      DemoOperator operator,
      LoadingMark mark,
      Districts districts,
      WebServerApplicationContext web,
      @Value("${lianban.demo.cases:1500}") int cases) {
    this.demo = demo;
    this.operator = operator;
    this.mark = mark;
    this.districts = districts;
    this.web = web;
    this.cases = cases;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    load(System.out);
    print(System.out);
  }

  private void load(PrintStream out) {
    if (cases <= 0) {
      return;
    }
    operator.create();
    Instant begin = Instant.now();
    out.println("looking after the demo district …");
    mark.during(districts.ids().isEmpty(), () -> demo.load(cases))
        .ifPresent(
            sample -> {
              long seconds = Duration.between(begin, Instant.now()).toSeconds();
              out.println("demo district loaded with a year of past in " + seconds + " s");
              out.println("a case to follow: " + sample.number() + ", " + sample.password());
            });
  }

  private void print(PrintStream out) {
    String here =
        "http://localhost:" + java.util.Objects.requireNonNull(web.getWebServer()).getPort();
    String line = "=".repeat(78);
    out.println(line);
    out.println(" Lianban 联办 (demo profile: plain http, plain cookie, ad-hoc GraphQL documents)");
    out.println();
    out.println(" staff       " + here + "/");
    out.println(" progress    " + here + "/progress");
    out.println(" calculator  " + here + "/calculator");
    out.println(
        " guide       " + here + "/guide/990101/ (apply online; SMS codes: files in data/sms)");
    out.println(" GraphiQL    " + here + "/graphiql");
    out.println(" GraphQL     " + here + "/graphql, a visitor's: " + here + "/d/990101/graphql");
    out.println();
    out.println(" accounts of 示范区, password " + DemoPeople.PASSWORD);
    for (DemoPeople.Person person : DemoPeople.all()) {
      String place = person.place() == null ? "" : person.place();
      out.printf("   %-16s %-20s %s%n", person.login() + ".demo", person.role(), place);
    }
    out.printf("   %-16s %s%n", DemoOperator.LOGIN, cn.lianban.identity.Role.PLATFORM_OPERATOR);
    out.println(line);
    out.flush();
  }
}
