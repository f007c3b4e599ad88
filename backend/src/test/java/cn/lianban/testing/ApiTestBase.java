package cn.lianban.testing;

import cn.lianban.LianbanApplication;
import cn.lianban.tenancy.Now;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/**
 * GraphQL in, real PostgreSQL behind, over real HTTP: one shared Spring context for all tests, a
 * fresh district for each.
 */
@SpringBootTest(
    classes = {
      LianbanApplication.class,
      TestPasswords.class,
      TestDistricts.class,
      TestItems.class,
      Leftovers.class,
      cn.lianban.files.TestScanner.class,
      cn.lianban.outbox.TestSms.class
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
// Spring's others look for mocks in every bean before and after each test
@TestExecutionListeners(DependencyInjectionTestExecutionListener.class)
public abstract class ApiTestBase {
  @LocalServerPort protected int port;
  @Autowired protected TestDistricts districts;
  @Autowired protected TestItems items;
  @Autowired protected DSLContext sql;
  @Autowired protected Now now;

  @BeforeAll
  static void nothingIsLeftOfEarlierTests(@Autowired Leftovers leftovers) throws Exception {
    leftovers.putToRest();
  }

  /** A browser without a session. */
  protected Client anonymous() {
    return new Client(port, "/graphql");
  }

  /** A browser at another address than everybody's, so that its failures count for itself only. */
  protected Client stranger() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    byte[] address = {
      127, (byte) random.nextInt(1, 250), (byte) random.nextInt(250), (byte) random.nextInt(2, 250)
    };
    return calling(address, "/graphql");
  }

  /** A citizen's browser under the district's path, at a loopback address of the test's choice. */
  protected Client citizenAt(TestDistrict district, int lastByte) {
    return calling(new byte[] {127, 77, 0, (byte) lastByte}, "/d/" + district.code() + "/graphql");
  }

  private Client calling(byte[] address, String path) {
    try {
      return new Client(port, path, InetAddress.getByAddress(address));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A citizen's browser under the district's path. */
  protected Client citizenOf(TestDistrict district) {
    return citizenUnder(district.code());
  }

  protected Client citizenUnder(String districtCode) {
    return new Client(port, "/d/" + districtCode + "/graphql");
  }

  protected Client signedIn(TestDistrict district, String person) {
    Client client = anonymous();
    client.signIn(district.loginOf(person), TestDistricts.PASSWORD);
    return client;
  }

  @AfterEach
  void timeGoesOn() {
    now.freeze(null);
  }
}
