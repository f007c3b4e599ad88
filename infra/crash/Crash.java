import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Acknowledged means durable. Clients accept cases and submit ratings through HTTP with idempotency
 * keys, and each keeps its own list of what it was told is done. Meanwhile the service (its
 * PostgreSQL lives on and is taken over) or the postmaster is killed with -9 at random and started
 * again; a client whose answer was lost asks again with the same key. The first kill falls into an
 * import of some thousand lines that is being written: it must go on to its end by itself, every
 * line once, and the same file sent again must find nothing to do. At the end the lists are
 * compared with the rows: lost 0, duplicated 0, half-done 0, and the audit trail must be sound with
 * the heads outside.
 *
 * <p>It proves that it can fail: after a good result a phantom acknowledgement, a deleted row and a
 * doubled row are planted and must each be reported, and so must an imported record that is gone, one
 * that no line accounts for and a line that was forgotten; {@code careless=true} (run --careless) starts a
 * server that acknowledges before the disk has the write, and must end with losses.
 */
class Crash {
  static final Map<String, String> OPTION = new HashMap<>(Map.of("careless", "false", "seed", "" + System.nanoTime(), "clients", "8"));
  static final int DISTRICT = 1;
  static final int IMPORTED = 6_000;
  static final String LAST = " where district_id = 1 and id = (select max(id) from exchange.intake where district_id = 1)";
  final Path work = Path.of(OPTION.get("work"));
  final Path data = work.resolve("data");
  final int port = 20_000 + (int) (System.nanoTime() % 20_000);
  final boolean careless = Boolean.parseBoolean(OPTION.get("careless"));
  final Random dice = new Random(Long.parseLong(OPTION.get("seed")));
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
  final Queue<Done> acknowledged = new ConcurrentLinkedQueue<>();
  final AtomicInteger attempted = new AtomicInteger();
  final AtomicInteger repeated = new AtomicInteger();
  volatile boolean loading = true;
  Process service;
  Map<String, String> admin = Map.of();
  String imported;

  /** What a client was told: a case's number, or the token's number of a rating. */
  record Done(String kind, String key, String what) {}

  public static void main(String[] args) throws Exception {
    for (String arg : args) {
      String[] pair = arg.replaceFirst("^--careless$", "careless=true").split("=", 2);
      OPTION.put(pair[0], pair[1]);
    }
    Crash crash = new Crash();
    try {
      System.exit(crash.go());
    } finally {
      crash.cleanUp();
    }
  }

  int go() throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::cleanUp));
    manifest();
    long begin = System.nanoTime();
    start();
    seed();
    System.out.printf("started and seeded after %.0f s, seed=%s%n", (System.nanoTime() - begin) / 1e9, OPTION.get("seed"));
    if (!careless) {
      bringFile();
    }
    List<Thread> clients = clients();
    for (int kill = 1; kill <= Integer.parseInt(OPTION.get("kills")); kill++) {
      awaitProgress(40 + dice.nextInt(80));
      if (kill == 1 && !careless) {
        awaitWriting();
      }
      Thread.sleep(dice.nextInt(400));
      kill(kill);
      if (kill == 1 && !careless) {
        requireHalfWritten();
      }
      start();
    }
    awaitProgress(40);
    loading = false;
    for (Thread client : clients) {
      client.join(60_000);
    }
    if (!careless) {
      awaitImport("APPLIED");
      System.out.println("the import at its end: " + intake());
      loading = true;
      stageFile();
      loading = false;
      System.out.println("the same file again: " + again() + " lines to write");
    }
    System.out.printf("%d attempted, %d acknowledged, %d asked again, %.0f s%n", attempted.get(), acknowledged.size(), repeated.get(), (System.nanoTime() - begin) / 1e9);
    return verdict();
  }

  /** Each kill must fall into running work: so many more acknowledgements since the last one. */
  void awaitProgress(int more) throws InterruptedException {
    int until = acknowledged.size() + more;
    for (int tenth = 0; acknowledged.size() < until; tenth++) {
      if (tenth > 900) {
        throw new IllegalStateException("no progress: " + acknowledged.size() + " acknowledged\n" + tail());
      }
      Thread.sleep(100);
    }
  }

  void kill(int number) throws Exception {
    long postmaster = postmaster();
    boolean database = careless || number % 2 == 0;
    if (database) {
      signal("KILL", postmaster);
      Thread.sleep(500 + dice.nextInt(500)); // clients meet a service without its database
    }
    signal("KILL", service.pid());
    service.waitFor();
    System.out.println("kill " + number + ": " + (database ? "postmaster " + postmaster + ", then the service" : "service; its postmaster " + postmaster + " lives on"));
    Thread.sleep(300);
  }

  // ---- the service

  void start() throws Exception {
    List<String> command = new ArrayList<>(List.of(OPTION.get("java"), "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", OPTION.get("jar"),
        "--server.forward-headers-strategy=native", "--lianban.trusted-documents=" + work.resolve("documents"), "--lianban.database.directory=" + data));
    if (careless) {
      command.add("--lianban.database.durable=false");
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("service.log").toFile()));
    builder.environment().put("PORT", "" + port);
    builder.environment().remove("DATABASE_URL");
    service = builder.start();
    for (int half = 0; half < 240; half++) {
      if (!service.isAlive()) {
        throw new IllegalStateException("the service did not start\n" + tail());
      }
      try {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness")).timeout(Duration.ofSeconds(2)).build();
        if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // asked again
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("the service is not ready\n" + tail());
  }

  String tail() {
    try {
      List<String> lines = Files.readAllLines(work.resolve("service.log"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException gone) {
      return "";
    }
  }

  long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst().trim());
  }

  static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  void cleanUp() {
    try {
      if (service != null && service.isAlive()) {
        service.destroy();
        if (!service.waitFor(20, TimeUnit.SECONDS)) {
          service.destroyForcibly();
        }
      }
      if (Files.exists(data.resolve("pg/postmaster.pid"))) {
        signal("QUIT", postmaster());
        Thread.sleep(500);
      }
    } catch (Exception ignored) {
      // nothing more can be done
    }
  }

  // ---- the makings: the bench's seed, small

  void manifest() throws Exception {
    Files.createDirectories(work.resolve("documents"));
    List<String> entries = new ArrayList<>();
    for (String name : List.of("accept", "rate", "stage", "apply")) {
      entries.add("\"" + hash(document(name)) + "\": " + json(document(name)));
    }
    Files.writeString(work.resolve("documents/crash.json"), "{" + String.join(", ", entries) + "}");
  }

  String document(String name) throws IOException {
    return Files.readString(Path.of(OPTION.get("root"), "infra/crash/documents", name + ".graphql"));
  }

  static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  static String hash(String text) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  void seed() throws Exception {
    Path bench = Path.of(OPTION.get("root"), "infra/bench");
    String script = Files.readString(bench.resolve("seed.sql")).replaceAll("(?m)^\\\\.*$", "");
    Map<String, String> values = Map.of("districts", "2", "subs", "2", "cases", "1000", "tokens", "20000", "hot", "0", "deep", "1");
    for (var value : values.entrySet()) {
      script = script.replaceAll("(?<!:):" + value.getKey() + "\\b", value.getValue());
    }
    script = script.replace(":'hash'", "'" + Files.readString(bench.resolve("password.argon2")).trim() + "'");
    try (Connection all = superuser(); var statement = all.createStatement()) {
      statement.execute(script);
    }
  }

  Connection superuser() throws IOException, SQLException {
    String password = Files.readAllLines(data.resolve("secrets")).getFirst();
    String at = Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).trim();
    return DriverManager.getConnection("jdbc:postgresql://localhost:" + at + "/lianban", "postgres", password);
  }

  // ---- clients

  List<Thread> clients() throws Exception {
    List<Thread> threads = new ArrayList<>();
    int count = Integer.parseInt(OPTION.get("clients"));
    Map<String, String> clerk = cookies(Map.of(), "/csrf", null);
    clerk.putAll(cookies(clerk, "/sign-in", "username=" + URLEncoder.encode("clerk.800001", StandardCharsets.UTF_8) + "&password=Bench-horse-7"));
    Map<String, String> citizen = cookies(Map.of(), "/csrf", null);
    for (int c = 0; c < count; c++) {
      int client = c;
      threads.add(Thread.ofPlatform().start(() -> {
        for (int n = 0; loading; n++) {
          if (client % 2 == 0) {
            accept(clerk, client, n);
          } else {
            rate(citizen, n * count + client);
          }
        }
      }));
    }
    return threads;
  }

  // ---- the import

  /** A file of units is brought in and tried. */
  void bringFile() throws Exception {
    admin = cookies(Map.of(), "/csrf", null);
    admin.putAll(cookies(admin, "/sign-in", "username=admin.800001&password=Bench-horse-7"));
    stageFile();
  }

  void stageFile() throws Exception {
    StringBuilder file = new StringBuilder("单位名称\n");
    for (int i = 0; i < IMPORTED; i++) {
      file.append("崩溃第").append(i).append("局\n");
    }
    HttpResponse<String> sent = http.send(request(admin, "/import/files?kind=units&name=crash.csv", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofString(file.toString())).build(), HttpResponse.BodyHandlers.ofString());
    String id = found(sent.body(), "\"id\":\"([^\"]+)\"");
    act("stage", id, ",\"sheet\":0,\"headerFirst\":1,\"headerLast\":1,\"columns\":[{\"index\":0,\"key\":\"name\"}]");
    awaitImport("CHECKED");
    imported = imported == null ? id : imported;
  }

  /** It begins to be written, and some of it is. */
  void awaitWriting() throws Exception {
    act("apply", imported, ",\"mode\":\"VALID_ROWS\"");
    for (int tenth = 0; number("select done from exchange.intake" + LAST) == 0; tenth++) {
      if (tenth > 900) {
        throw new IllegalStateException("the import does not begin: " + intake() + "\n" + tail());
      }
      Thread.sleep(100);
    }
  }

  /** The service is dead, its PostgreSQL is not: without a half-written import nothing is proven. */
  void requireHalfWritten() throws Exception {
    System.out.println("the import at the kill: " + intake());
    if (number("select count(*) from exchange.intake where district_id = 1 and status = 'APPLYING' and done between 1 and total - 1") != 1) {
      throw new IllegalStateException("the kill did not fall into the import: " + intake());
    }
  }

  void act(String document, String id, String more) throws Exception {
    int version = number("select version from exchange.intake" + LAST);
    String answer = until(admin, "/graphql", document, "{\"idempotencyKey\":\"import-" + document + "-" + id + "\",\"id\":\"" + id + "\",\"expectedVersion\":" + version + more + "}");
    found(String.valueOf(answer), "\"dataImport\":\\{\"(id)\"");
  }

  void awaitImport(String status) throws Exception {
    for (int tenth = 0; number("select count(*) from exchange.intake" + LAST + " and status = '" + status + "' and not exists (select from exchange.pending where district_id = 1)") == 0; tenth++) {
      if (tenth > 1800) {
        throw new IllegalStateException("the import is not " + status + ": " + intake() + "\n" + tail());
      }
      Thread.sleep(100);
    }
  }

  int again() throws Exception {
    return number("select count_new + count_changed from exchange.intake" + LAST);
  }

  int number(String sql) throws Exception {
    try (Connection all = superuser()) {
      return count(all, sql);
    }
  }

  String intake() throws Exception {
    try (Connection all = superuser(); var statement = all.createStatement();
        var row = statement.executeQuery("select status || ', ' || done || ' of ' || total || ' lines' || coalesce(', ' || failure, '') from exchange.intake" + LAST)) {
      row.next();
      return row.getString(1);
    }
  }

  void accept(Map<String, String> clerk, int client, int n) {
    String key = "crash-case-" + client + "-" + n + "-" + System.nanoTime();
    String input = "{\"idempotencyKey\":\"" + key + "\",\"itemId\":\"" + id("Item", DISTRICT * 10_000 + 1 + n % 300) + "\",\"applicant\":{\"kind\":\"PERSON\",\"name\":\"甲"
        + client + "-" + n + "\",\"idKind\":\"PASSPORT\",\"idNumber\":\"E" + (10_000_000 + client * 1_000_000 + n) + "\"},\"materials\":[{\"seq\":1,\"state\":\"COPY\"},{\"seq\":2,\"state\":\"COPY\"}]}";
    String answer = until(clerk, "/graphql", "accept", input);
    if (answer != null) {
      acknowledged.add(new Done("case", key, found(answer, "\"number\":\"([^\"]+)\"")));
    }
  }

  void rate(Map<String, String> citizen, int token) {
    String key = "crash-rate-" + token + "-" + System.nanoTime();
    String input = "{\"idempotencyKey\":\"" + key + "\",\"token\":\"" + token(token) + "\",\"grade\":5,\"optionVersion\":1,\"options\":[]}";
    String answer = until(citizen, "/d/800001/graphql", "rate", input);
    if (answer != null) {
      found(answer, "\"number\":\"([^\"]+)\"");
      acknowledged.add(new Done("rating", key, "" + token));
    }
  }

  static String found(String answer, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(answer);
    if (!matcher.find()) {
      System.err.println("REFUSED " + answer);
      throw new IllegalStateException(answer);
    }
    return matcher.group(1);
  }

  /** Asks with the same key until there is an answer; null when the run ended before. */
  String until(Map<String, String> cookies, String path, String document, String input) {
    attempted.incrementAndGet();
    for (int attempt = 0; loading || attempt < 60; attempt++) {
      try {
        String text = document(document);
        String body = "{\"query\":" + json(text) + ",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash(text) + "\"}},\"variables\":{\"input\":" + input + "}}";
        HttpResponse<String> answer = http.send(request(cookies, path, "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && !answer.body().contains("\"errors\":")) {
          return answer.body();
        }
        if (answer.statusCode() == 200 && !answer.body().contains("\"INTERNAL\"")) {
          System.err.println("REFUSED " + answer.body());
        }
      } catch (IOException lost) {
        // nobody knows whether it was done: the key makes asking again safe
      } catch (Exception wrong) {
        throw new IllegalStateException(wrong);
      }
      repeated.incrementAndGet();
      pause();
    }
    return null;
  }

  static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  HttpRequest.Builder request(Map<String, String> cookies, String path, String type) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(10)).header("X-Forwarded-Proto", "https").header("Content-Type", type);
    if (!cookies.isEmpty()) {
      request.header("Cookie", String.join("; ", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList()));
      request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
    }
    return request;
  }

  Map<String, String> cookies(Map<String, String> known, String path, String form) throws Exception {
    HttpRequest.Builder request = request(known, path, "application/x-www-form-urlencoded");
    HttpResponse<String> answer = http.send((form == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(form))).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": HTTP " + answer.statusCode() + " " + answer.body());
    }
    Map<String, String> jar = new HashMap<>();
    for (String header : answer.headers().allValues("set-cookie")) {
      String[] pair = header.split(";", 2)[0].split("=", 2);
      jar.put(pair[0], pair[1]);
    }
    return jar;
  }

  static String id(String kind, long number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((kind + ":" + number).getBytes(StandardCharsets.US_ASCII));
  }

  static String token(int number) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(("bench:" + DISTRICT + ":" + number).getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // ---- the comparison

  record Faults(int lost, int duplicated, int halfDone) {
    boolean none() {
      return lost == 0 && duplicated == 0 && halfDone == 0;
    }
  }

  int verdict() throws Exception {
    Faults faults = compare(List.copyOf(acknowledged));
    System.out.println("lost " + faults.lost + ", duplicated " + faults.duplicated + ", half-done " + faults.halfDone);
    String trail = trail();
    System.out.println("audit trail: " + trail);
    if (careless) {
      System.out.println(faults.lost > 0 ? "as expected of a careless server: acknowledged writes are gone" : "no losses this time; try again with KILLS=6");
      return faults.lost > 0 ? 1 : 3;
    }
    boolean proven = faults.none() && provesThatItCanFail();
    System.out.println(faults.none() && trail.equals("SOUND") && proven ? "PASSED" : "FAILED");
    return faults.none() && trail.equals("SOUND") && proven ? 0 : 1;
  }

  Faults compare(List<Done> told) throws Exception {
    try (Connection all = superuser()) {
      int lost = 0;
      for (Done done : told) {
        lost += present(all, done) ? 0 : 1;
      }
      long seeded = DISTRICT * 10_000_000L + 5_000_000L;
      // a change is its key, its row and its audit row: one of each, or none
      int duplicated = count(all, "select count(*) from (select c.id from cases.casefile c where c.district_id = 1 and c.id > " + seeded
          + " and 1 <> (select count(*) from audit.idempotency i where i.district_id = 1 and i.key like 'crash-case-%' and i.aggregate_id = c.id)) x")
          + count(all, "select coalesce(sum(n - 1), 0) from (select count(*) n from evaluation.rating_source s join evaluation.invitation i on i.district_id = s.district_id and i.id = s.invitation_id"
              + " where s.district_id = 1 and s.service_no >= 100 group by s.invitation_id having count(*) > 1) x");
      int halfDone = count(all, "select count(*) from cases.casefile c where district_id = 1 and id > " + seeded + " and (duty_id is null"
              + " or not exists (select from clock.duty d where d.district_id = 1 and d.id = c.duty_id)"
              + " or 1 <> (select count(*) from audit.entry e where e.district_id = 1 and e.subject = 'case:' || c.id and e.action = 'case.accept'))")
          + count(all, "select count(*) from evaluation.invitation i where district_id = 1 and service_no >= 100 and used_at is not null"
              + " and not exists (select from evaluation.rating_source s where s.district_id = 1 and s.invitation_id = i.id)")
          + count(all, "select count(*) from audit.idempotency where district_id = 1 and key like 'crash-%' and aggregate_id is null");
      return careless ? new Faults(lost, duplicated, halfDone) : withImport(all, lost, duplicated, halfDone);
    }
  }

  /** The import was told to be written to its end: every line is a unit, every unit is a line's, and it is counted so. */
  static Faults withImport(Connection all, int lost, int duplicated, int halfDone) throws SQLException {
    String first = "district_id = 1 and intake_id = (select min(id) from exchange.intake where district_id = 1) and line > 0";
    String written = "select record::jsonb ->> 'name' from exchange.staged where " + first + " and state = 'CREATED'";
    String units = "from tenancy.unit where district_id = 1 and name like '崩溃第%局'";
    int gone = count(all, "select count(*) from (" + written + " except select name " + units + ") x");
    int nobodys = count(all, "select count(*) " + units + " and name not in (" + written + ")");
    int toWriteAgain = count(all, "select count_new + count_changed from exchange.intake" + LAST);
    int forgotten = count(all, "select count(*) from exchange.staged where " + first + " and state <> 'CREATED'")
        + Math.abs(IMPORTED - count(all, "select count_created from exchange.intake where district_id = 1 order by id limit 1"))
        + count(all, "select count(*) from exchange.pending where district_id = 1");
    return new Faults(lost + gone, duplicated + nobodys + toWriteAgain, halfDone + forgotten);
  }

  static boolean present(Connection all, Done done) throws SQLException {
    String sql = done.kind.equals("case")
        ? "select count(*) from cases.casefile c join audit.idempotency i on i.district_id = 1 and i.aggregate_id = c.id where c.district_id = 1 and c.number = ? and i.key = ?"
        : "select count(*) from evaluation.rating_source s join evaluation.invitation i on i.district_id = 1 and i.id = s.invitation_id join evaluation.rating r on r.district_id = 1 and r.id = s.rating_id"
            + " join audit.entry e on e.district_id = 1 and e.subject = 'rating:' || r.id and e.action = 'rating.submit'"
            + " where s.district_id = 1 and i.id = 15000000 + ?::bigint and i.used_key = ?";
    try (var statement = all.prepareStatement(sql)) {
      statement.setString(1, done.what);
      statement.setString(2, done.key);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1) == 1;
      }
    }
  }

  static int count(Connection all, String sql) throws SQLException {
    try (var statement = all.createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  boolean provesThatItCanFail() throws Exception {
    List<Done> withPhantom = new ArrayList<>(acknowledged);
    withPhantom.add(new Done("case", "crash-case-phantom", "8000012601010000000"));
    boolean phantom = compare(withPhantom).lost == 1;
    Done rating = acknowledged.stream().filter(done -> done.kind.equals("rating")).findFirst().orElseThrow();
    Done accepted = acknowledged.stream().filter(done -> done.kind.equals("case")).findFirst().orElseThrow();
    try (Connection all = superuser(); var statement = all.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("insert into cases.casefile (district_id, number, item_id, applicant_id, accept_unit_id, decide_unit_id, holder_unit_id, duty_id, status, received_at, query_hash)"
          + " select district_id, number || 'x', item_id, applicant_id, accept_unit_id, decide_unit_id, holder_unit_id, duty_id, status, received_at, query_hash from cases.casefile where district_id = 1 and number = '" + accepted.what + "'");
      boolean doubled = compare(List.copyOf(acknowledged)).duplicated == 1;
      statement.execute("delete from evaluation.rating_source where district_id = 1 and invitation_id = 15000000 + " + rating.what);
      Faults deleted = compare(List.copyOf(acknowledged));
      boolean imports = provesThatImportsCanFail(statement, deleted);
      System.out.println("planted: imported record gone, one of nobody, line forgotten: seen " + imports);
      System.out.println("planted: phantom seen " + phantom + ", doubled row seen " + doubled + ", deleted row seen " + (deleted.lost == 1) + ", half-done seen " + (deleted.halfDone >= 1));
      return imports && phantom && doubled && deleted.lost == 1 && deleted.halfDone >= 1;
    }
  }

  boolean provesThatImportsCanFail(java.sql.Statement statement, Faults before) throws Exception {
    statement.execute("delete from tenancy.unit where district_id = 1 and name = '崩溃第7局'");
    Faults gone = compare(List.copyOf(acknowledged));
    statement.execute("insert into tenancy.unit (district_id, kind, name) values (1, 'DEPARTMENT', '崩溃第x局')");
    Faults nobodys = compare(List.copyOf(acknowledged));
    statement.execute("update exchange.staged set state = 'NEW' where district_id = 1 and line = 12 and intake_id = (select min(id) from exchange.intake where district_id = 1)");
    Faults forgotten = compare(List.copyOf(acknowledged));
    return gone.lost == before.lost + 1 && nobodys.duplicated == gone.duplicated + 1 && forgotten.halfDone == nobodys.halfDone + 1;
  }

  /** The stand-alone verifier over the same database, with the heads the service left outside. */
  String trail() throws Exception {
    Thread.sleep(4_000); // the sealer's two seconds
    List<String> command = new ArrayList<>(Arrays.asList(OPTION.get("java"), "-cp", OPTION.get("driver"), OPTION.get("root") + "/infra/verify/Verify.java",
        "--data", data.toString(), "--heads", data.resolve("audit-heads.log").toString(), "--unsealed-seconds", "30"));
    Process verify = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    return verify.waitFor() == 0 ? "SOUND" : answer;
  }
}
