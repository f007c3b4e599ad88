import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures the product over HTTP and the floor with pgbench, in turns, in one run; started by {@code
 * run}. 16 keep-alive connections on plain sockets (the driver shares two cores with what it
 * measures), every answer checked for errors. Ratio = median over the rounds of product / floor.
 */
class Bench {
  static final int CLIENTS = 16;
  static final Map<String, String> OPTION = new HashMap<>();
  static final List<String> ITEMS = new ArrayList<>();
  static final long RUN = System.nanoTime();

  final int districts = Math.min(number("districts"), 20);
  final int finished = (int) (number("cases") / number("districts") * 0.88);
  final int rounds = number("rounds");
  final int seconds = number("seconds");
  final int port = number("http");
  final Path here = Path.of(OPTION.get("here"));
  final Path work = Path.of(OPTION.get("work"));
  final List<Map<String, Object>> results = new ArrayList<>();
  final Map<String, Session> sessions = new HashMap<>();

  public static void main(String[] args) throws Exception {
    OPTION.putAll(Map.of("rounds", "3", "seconds", "5", "warm", "2", "only", "", "adhoc", "false"));
    for (String arg : args) {
      OPTION.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
    new Bench().measure();
  }

  static int number(String option) {
    return Integer.parseInt(OPTION.get(option));
  }

  void measure() throws Exception {
    if (wanted("queue")) compare("queue", this::queueRequest, "50 duties of a unit by due date with light, case, item");
    if (wanted("case")) compare("case", this::caseRequest, "one case with item, units, duty, hand-overs, timeline, rating");
    if (wanted("case-steps")) compare("case-steps", this::stepsRequest, "one case with 12 steps of 12 units and their clocks, 30 events");
    if (wanted("rate")) compare("rate", new Tokens(districts, 0, Math.max(320, 16_000 / districts), 160_000 / districts), "a rating submitted, over " + districts + " districts");
    if (wanted("rate-hot")) compare("rate-hot", new Tokens(1, number("tokens"), 12_000, 80_000), "ratings submitted, all in one district");
    if (wanted("page400")) pages();
    if (wanted("rung-scan")) rungScan();
    // fills clock.rung, which the scan reads: behind it
    if (wanted("step-16")) compare("step-16", new Steps16(this, rounds), "a step of a stage answered, its 16 co-units answering at once");
    if (wanted("alert-rules")) new AlertRounds(this).measure();
    if (wanted("import-100k")) importRows();
    write();
  }

  static boolean wanted(String item) {
    return OPTION.get("only").isEmpty() || List.of(OPTION.get("only").split(",")).contains(item);
  }

  // ---- what is asked

  interface Requests {
    /** @param round 0 is the warm-up */
    byte[] next(int client, int round) throws IOException;

    default int base(int round, boolean product) {
      return 0;
    }

    /** What is asked can be asked once only. */
    default boolean finite() {
      return false;
    }

    /** How many rounds for one of the others'. */
    default int times() {
      return 1;
    }
  }

  byte[] queueRequest(int client, int round) throws IOException {
    int d = 1 + ThreadLocalRandom.current().nextInt(districts);
    int unit = 1 + ThreadLocalRandom.current().nextInt(5);
    return prepared("queue" + d + "/" + unit, () ->
        session("officer" + unit, d).post("queue", "{\"filter\":{\"unitId\":\"" + id("Unit", d * 1000L + unit) + "\"}}"));
  }

  byte[] caseRequest(int client, int round) throws IOException {
    int d = 1 + ThreadLocalRandom.current().nextInt(districts);
    long number = d * 10_000_000L + 1 + ThreadLocalRandom.current().nextInt(finished);
    return session("supervisor", d).post("case", "{\"id\":\"" + id("Case", number) + "\"}");
  }

  byte[] stepsRequest(int client, int round) throws IOException {
    int d = 1 + ThreadLocalRandom.current().nextInt(districts);
    long number = d * 10_000_000L + 1 + ThreadLocalRandom.current().nextInt(200);
    return session("supervisor", d).post("case-steps", "{\"id\":\"" + id("Case", number) + "\"}");
  }

  /** Rating tokens: each is used once, by one client of one side in one round. */
  final class Tokens implements Requests {
    final int among;
    final int from;
    final int width;
    final int warm;
    final Map<String, AtomicLong> used = new java.util.concurrent.ConcurrentHashMap<>();

    /** A district's: from each side's rounds, the warm-up's behind them. */
    Tokens(int among, int from, int width, int warm) {
      this.among = among;
      this.from = from;
      this.width = width;
      this.warm = warm;
    }

    @Override
    public boolean finite() {
      return true;
    }

    /** Three seconds are short for this machine's moods. */
    @Override
    public int times() {
      return 3;
    }

    @Override
    public int base(int round, boolean product) {
      return from + (round == 0 && product ? 2 * (times() * rounds + 1) : 2 * round + (product ? 1 : 0)) * width;
    }

    @Override
    public byte[] next(int client, int round) throws IOException {
      int d = 1 + ThreadLocalRandom.current().nextInt(among);
      long n = used.computeIfAbsent(d + "/" + round, key -> new AtomicLong()).getAndIncrement();
      if (round == 0 && n >= warm) {
        return null; // warm enough
      }
      if (round > 0 && n >= width) {
        throw new IllegalStateException("no rating tokens left: seed more");
      }
      long t = base(round, true) + n;
      String variables =
          "{\"input\":{\"idempotencyKey\":\"bench-" + RUN + "-" + among + "-" + d + "-" + t + "\",\"token\":\"" + token(d, t)
              + "\",\"grade\":5,\"optionVersion\":1,\"options\":[]}}";
      return visitor(d).post("rate", variables);
    }
  }

  static String token(int district, long t) {
    try {
      byte[] secret = MessageDigest.getInstance("SHA-256").digest(("bench:" + district + ":" + t).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String id(String kind, long number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((kind + ":" + number).getBytes(StandardCharsets.US_ASCII));
  }

  // ---- one item: product and floor in turns

  void compare(String name, Requests requests, String note) throws Exception {
    int rounds = this.rounds * requests.times();
    double[] ratio = new double[rounds];
    double[] p99 = new double[rounds];
    double[] tps = new double[rounds];
    double[] cpu = new double[rounds];
    int lasting = requests.finite() ? Math.min(seconds, 3) : seconds;
    Speed warm = warm(requests);
    floor(name, requests, 0, 1);
    for (int round = 1; round <= rounds; round++) {
      Speed floor = floor(name, requests, round, lasting);
      Speed product = product(requests, round, lasting);
      tps[round - 1] = product.perSecond();
      ratio[round - 1] = product.perSecond() / floor.perSecond();
      p99[round - 1] = product.p99() / floor.p99();
      cpu[round - 1] = floor.cpu() / product.cpu();
      System.out.printf(Locale.ROOT, "  %-9s round %d: product %6.0f/s p99 %5.1f ms CPU %.2f (Java %.2f) ms, floor %6.0f/s p99 %5.1f ms CPU %.2f ms, ratio %.2f, by CPU %.2f%n",
          name, round, product.perSecond(), product.p99() / 1e6, product.cpu(), product.java(), floor.perSecond(), floor.p99() / 1e6, floor.cpu(), ratio[round - 1], cpu[round - 1]);
    }
    result(name, median(ratio), median(p99), statements(requests), String.format(Locale.ROOT, "%s; %.0f/s, %d bytes; by CPU time %.2f", note, median(tps), warm.bytes(), median(cpu)));
  }

  /** @param cpu milliseconds of CPU a request took, driver and database included: says the same on a busy machine */
  record Speed(double perSecond, double p99, int bytes, double cpu, double java) {}

  /** CPU seconds spent so far by the product, by PostgreSQL's processes, and by this driver with its children. */
  double cpu() throws IOException {
    long postmaster = Long.parseLong(Files.readAllLines(work.resolve("pg/postmaster.pid")).getFirst().trim());
    long ticks = ticks(ProcessHandle.current().pid(), true) + ticks(Long.parseLong(OPTION.get("product")), false) + ticks(postmaster, true);
    for (ProcessHandle backend : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
      ticks += ticks(backend.pid(), false);
    }
    return ticks / 100.0;
  }

  static long ticks(long pid, boolean children) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(field[11]) + Long.parseLong(field[12]) + (children ? Long.parseLong(field[13]) + Long.parseLong(field[14]) : 0);
    } catch (IOException gone) {
      return 0;
    }
  }

  /**
   * Asks until the compiler has nothing left to do. It shares two cores with what it compiles, and a long queue makes it
   * wait for more invocations before it takes a method (HotSpot's Tier4LoadFeedback): after 50,000 ratings in one go a third
   * of the service's time was still the compiler's (measured). So after every few thousand requests it gets its time.
   */
  Speed warm(Requests requests) throws Exception {
    Speed speed = product(requests, 0, number("warm"));
    for (int i = 1; i < WARMINGS; i++) {
      compiled();
      Speed next = product(requests, 0, number("warm"));
      if (next.perSecond() == 0) {
        break; // what can be asked once has been asked
      }
      speed = next;
    }
    compiled();
    return speed;
  }

  static final int WARMINGS = 20;

  /** Until the service, asked nothing, takes less than a twentieth of a core; at most half a minute. */
  static void compiled() throws InterruptedException {
    long service = Long.parseLong(OPTION.get("product"));
    for (int second = 0; second < 30; second++) {
      long before = ticks(service, false);
      Thread.sleep(1_000);
      if (ticks(service, false) - before < 5) {
        return;
      }
    }
  }

  Speed product(Requests requests, int round, int forSeconds) throws Exception {
    long end = System.nanoTime() + forSeconds * 1_000_000_000L;
    long begin = System.nanoTime();
    double cpu = cpu();
    long java = ticks(Long.parseLong(OPTION.get("product")), false);
    List<long[]> taken = new ArrayList<>();
    int[] counts = new int[CLIENTS];
    int[] bytes = new int[1];
    Throwable[] failed = new Throwable[1];
    List<Thread> threads = new ArrayList<>();
    for (int c = 0; c < CLIENTS; c++) {
      int client = c;
      long[] times = new long[1 << 17];
      taken.add(times);
      threads.add(Thread.ofPlatform().start(() -> {
        try (Wire wire = new Wire(port)) {
          while (System.nanoTime() < end || round == 0 && cold(begin, counts)) {
            byte[] request = requests.next(client, round);
            if (request == null) {
              break;
            }
            long before = System.nanoTime();
            String answer = wire.ask(request);
            times[counts[client]++] = System.nanoTime() - before;
            bytes[0] = answer.length();
            check(answer);
          }
        } catch (Throwable wrong) {
          failed[0] = wrong;
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failed[0] != null) {
      throw new IllegalStateException("the product failed", failed[0]);
    }
    double elapsed = (System.nanoTime() - begin) / 1e9;
    long[] all = IntStream.range(0, CLIENTS).boxed().flatMapToLong(c -> Arrays.stream(taken.get(c), 0, counts[c])).sorted().toArray();
    if (all.length == 0) {
      return new Speed(0, 0, 0, 0, 0);
    }
    return new Speed(all.length / elapsed, all[(int) (all.length * 0.99)], bytes[0], (cpu() - cpu) * 1e3 / all.length, (ticks(Long.parseLong(OPTION.get("product")), false) - java) * 10.0 / all.length);
  }

  /** A warming is 3,500 requests; at most half a minute. */
  static boolean cold(long begin, int[] counts) {
    return System.nanoTime() - begin < 30_000_000_000L && Arrays.stream(counts).sum() < 3_500;
  }

  static void check(String answer) {
    if (answer.contains("\"errors\":") || answer.contains("\"userErrors\":[{") || answer.contains("\"case\":null")) {
      throw new IllegalStateException(answer.substring(0, Math.min(answer.length(), 600)));
    }
  }

  Speed floor(String name, Requests requests, int round, int forSeconds) throws Exception {
    int among = name.equals("rate-hot") || name.equals("step-16") ? 1 : districts;
    List<String> command = new ArrayList<>(List.of(OPTION.get("bin") + "/pgbench", "-n", "-M", "prepared", "-c", "" + CLIENTS, "-j", "1", "-T", "" + forSeconds,
        "-h", "127.0.0.1", "-p", OPTION.get("pg"), "-U", "lianban_app", "-l", "--log-prefix", work.resolve("floor").toString(),
        "-D", "finished=" + finished, "-D", "base=" + requests.base(round, false)));
    String script = Files.readString(here.resolve("floor/" + name.replace("-hot", "") + ".sql"));
    for (int d = 1; d <= among; d++) {
      Path file = work.resolve("floor-" + name + "-" + d + ".sql");
      Files.writeString(file, script.replace("@D@", "" + d));
      command.addAll(List.of("-D", "n" + d + "=-1", "-f", file.toString()));
    }
    command.add("lianban");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", System.getenv("BENCH_PASSWORD"));
    double cpu = cpu();
    Process pgbench = builder.start();
    String output = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher tps = Pattern.compile("tps = ([0-9.]+) \\(without").matcher(output);
    if (pgbench.waitFor() != 0 || !tps.find()) {
      throw new IllegalStateException(output);
    }
    Thread.sleep(300); // backends on their way out
    cpu = cpu() - cpu;
    List<Long> micros = new ArrayList<>();
    for (String file : logs()) {
      for (String line : Files.readAllLines(work.resolve(file))) {
        micros.add(Long.parseLong(line.split(" ")[2]));
      }
      Files.delete(work.resolve(file));
    }
    micros.sort(null);
    return new Speed(Double.parseDouble(tps.group(1)), micros.get((int) (micros.size() * 0.99)) * 1e3, 0, cpu * 1e3 / micros.size(), 0);
  }

  List<String> logs() throws IOException {
    try (var files = Files.list(work)) {
      return files.map(f -> f.getFileName().toString()).filter(f -> f.matches("floor\\.\\d+(\\.\\d+)?")).collect(Collectors.toList());
    }
  }

  /** Statements one request sends, by pg_stat_statements, over 50 requests on one connection; nothing else may run. */
  double statements(Requests requests) throws Exception {
    try (Connection all = superuser(); var statement = all.createStatement()) {
      statement.execute("alter system set pg_stat_statements.track = 'top'");
      statement.execute("select pg_reload_conf()");
      Thread.sleep(700);
      long idle = calls(statement, () -> Thread.sleep(2_000));
      long busy = calls(statement, () -> {
        long until = System.nanoTime() + 2_000_000_000L;
        try (Wire wire = new Wire(port)) {
          for (int i = 0; i < 50; i++) {
            check(wire.ask(requests.next(0, rounds)));
          }
        }
        Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
      });
      if (OPTION.containsKey("show")) {
        try (var rows = statement.executeQuery("select calls, round((total_exec_time + total_plan_time)::numeric / calls, 4) as ms, query from pg_stat_statements s join pg_roles r on r.oid = userid where rolname = 'lianban_app' order by calls desc limit 30")) {
          while (rows.next()) System.out.println("    " + rows.getLong(1) + " × " + rows.getString(2) + " ms " + rows.getString(3).replaceAll("\\s+", " "));
        }
      }
      statement.execute("alter system reset pg_stat_statements.track");
      statement.execute("select pg_reload_conf()");
      return Math.round((busy - idle) / 5.0) / 10.0;
    }
  }

  interface Step {
    void go() throws Exception;
  }

  static long calls(java.sql.Statement statement, Step step) throws Exception {
    statement.execute("select pg_stat_statements_reset()");
    step.go();
    try (var rows = statement.executeQuery("select coalesce(sum(calls), 0) from pg_stat_statements s join pg_roles r on r.oid = userid where rolname = 'lianban_app'"
        + " and query !~* '^(begin|commit|rollback)'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  Connection superuser() throws Exception {
    // the script has given the superuser the run's password
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + OPTION.get("pg") + "/lianban", "postgres", System.getenv("BENCH_PASSWORD"));
  }

  // ---- depth

  void pages() throws Exception {
    int d = number("districts");
    Session deep = session("deep", d);
    String filter = "{\"filter\":{\"unitId\":\"" + id("Unit", d * 1000L + 50) + "\"}";
    String after = "";
    Pattern cursor = Pattern.compile("\"endCursor\":\"([^\"]+)\"");
    try (Wire wire = new Wire(port)) {
      for (int page = 1; page < 400; page++) {
        String answer = wire.ask(deep.post("queue", filter + after + "}"));
        check(answer);
        Matcher next = cursor.matcher(answer);
        if (!next.find()) {
          throw new IllegalStateException("page " + page + " is the last: " + answer.substring(0, Math.min(400, answer.length())));
        }
        after = ",\"after\":\"" + next.group(1) + "\"";
      }
    }
    byte[] first = deep.post("queue", filter + "}");
    byte[] last = deep.post("queue", filter + after + "}");
    double[] ratio = new double[rounds];
    product((client, round) -> first, 1, 3);
    for (int round = 0; round < rounds; round++) {
      Speed one = product((client, r) -> first, 1, seconds);
      Speed fourHundred = product((client, r) -> last, 1, seconds);
      ratio[round] = one.perSecond() / fourHundred.perSecond();
      System.out.printf(Locale.ROOT, "  page400   round %d: page 1 %.0f/s, page 400 %.0f/s, ratio %.2f%n", round + 1, one.perSecond(), fourHundred.perSecond(), ratio[round]);
    }
    result("page400", median(ratio), 0, 0, "time of page 400 / page 1 of one unit's queue of " + OPTION.get("deep") + " duties");
  }

  // ---- the scheduler's question

  /** What the rung job asks each round, in a district with and without three million closed duties. */
  void rungScan() throws Exception {
    try (Connection all = superuser(); var statement = all.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      statement.execute(
          "insert into clock.duty (district_id, id, at_district, subject_kind, subject_id, kind, owner_unit_id, label, budget, budget_unit, started_on, started_at, due_on, due_at, yellow_at, red_at, closed_at, closed_light)"
              + " select 1, 500000000 + i, true, 'old', i, 'CASE', 1001, 'closed', 10, 'WORKING_DAYS', current_date - 300, now() - interval '300 days', current_date - 290, now() - interval '289 days',"
              + " now() - interval '290 days', now() - interval '289 days', now() - interval '291 days', 'GREEN' from generate_series(1, 3000000) i");
      statement.execute("vacuum analyze clock.duty");
    }
    double[] ratio = new double[7];
    for (int i = 0; i < ratio.length; i++) {
      double without = scan("base"); // a copy of the same seed
      double with = scan("lianban");
      ratio[i] = with / without;
      System.out.printf(Locale.ROOT, "  rung-scan round %d: %.3f ms, without %.3f ms, ratio %.2f%n", i + 1, with, without, ratio[i]);
    }
    result("rung-scan", median(ratio), 0, 0, "time of the rung job's scan and batch with 3M closed duties more / without");
  }

  double scan(String database) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(OPTION.get("bin") + "/pgbench", "-n", "-M", "prepared", "-c", "1", "-T", "2", "-h", "127.0.0.1", "-p", OPTION.get("pg"), "-U", "lianban_app",
        "-f", here.resolve("floor/rung-scan.sql").toString(), database);
    builder.environment().put("PGPASSWORD", System.getenv("BENCH_PASSWORD"));
    String output = new String(builder.redirectErrorStream(true).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher tps = Pattern.compile("tps = ([0-9.]+) \\(without").matcher(output);
    if (!tps.find()) {
      throw new IllegalStateException(output);
    }
    return 1e3 / Double.parseDouble(tps.group(1));
  }

  // ---- results

  /** Last: it leaves a hundred thousand units behind. */
  void importRows() throws Exception {
    try (Connection product = superuser();
        Connection base = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + OPTION.get("pg") + "/base", "postgres", System.getenv("BENCH_PASSWORD"))) {
      new Import100k(this).measure(product, base);
    }
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  void result(String name, double ratio, double p99, double statements, String note) {
    Map<String, Object> item = new java.util.LinkedHashMap<>();
    item.put("name", name);
    item.put("ratio", Math.round(ratio * 100) / 100.0);
    item.put("p99Ratio", p99 == 0 ? null : Math.round(p99 * 10) / 10.0);
    item.put("statements", statements == 0 ? null : statements);
    item.put("note", note);
    results.add(item);
  }

  static final Map<String, String> MARKS =
      Map.of("queue", "≥ 0.35", "case", "≥ 0.30", "case-steps", "≥ 0.35", "rate", "≥ 0.60", "rate-hot", "≥ 0.60", "page400", "≤ 1.15", "rung-scan", "≤ 1.10",
          "step-16", "none", "alert-rules", "≤ 1.15", "import-100k", "none");

  void write() throws IOException {
    System.out.printf("%n%-10s %7s %8s %10s %11s  %s%n", "item", "ratio", "mark", "p99 ratio", "statements", "note");
    for (var item : results) {
      System.out.printf("%-10s %7s %8s %10s %11s  %s%n", item.get("name"), item.get("ratio"), MARKS.get(item.get("name")), text(item.get("p99Ratio")), text(item.get("statements")), item.get("note"));
    }
    String json = results.stream()
        .map(item -> item.entrySet().stream()
            .map(e -> "\"" + e.getKey() + "\": " + (e.getValue() instanceof String text ? "\"" + text.replace("\"", "\\\"") + "\"" : e.getValue()))
            .collect(Collectors.joining(", ", "    {", "}")))
        .collect(Collectors.joining(",\n"));
    String size = OPTION.get("size") + ": " + OPTION.get("districts") + " districts, " + OPTION.get("cases") + " cases";
    if (OPTION.get("only").isEmpty()) {
      Files.writeString(here.resolve("latest.json"),
          "{\n  \"date\": \"" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\",\n  \"size\": \"" + size + "\",\n  \"items\": [\n" + json + "\n  ]\n}\n");
    }
  }

  static String text(Object value) {
    return value == null ? "–" : value.toString();
  }

  // ---- sessions and requests

  interface Made {
    byte[] make() throws IOException;
  }

  final Map<String, byte[]> ready = new java.util.concurrent.ConcurrentHashMap<>();

  byte[] prepared(String key, Made made) throws IOException {
    byte[] request = ready.get(key);
    if (request == null) {
      request = made.make();
      ready.put(key, request);
    }
    return request;
  }

  synchronized Session session(String who, int district) throws IOException {
    Session known = sessions.get(who + district);
    if (known == null) {
      known = new Session("/graphql");
      known.signIn(who + "." + (800_000 + district));
      sessions.put(who + district, known);
    }
    return known;
  }

  synchronized Session visitor(int district) throws IOException {
    Session known = sessions.get("visitor" + district);
    if (known == null) {
      known = new Session("/d/" + (800_000 + district) + "/graphql");
      sessions.put("visitor" + district, known);
    }
    return known;
  }

  /** A browser's cookies, and requests ready to be sent. */
  final class Session {
    final String path;
    final Map<String, String> cookies = new HashMap<>();

    Session(String path) throws IOException {
      this.path = path;
      try (Wire wire = new Wire(port)) {
        wire.ask(head("GET", "/csrf", null, 0).getBytes(StandardCharsets.US_ASCII));
        wire.cookies(cookies);
      }
    }

    void signIn(String login) throws IOException {
      String form = "username=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "&password=Bench-horse-7";
      try (Wire wire = new Wire(port)) {
        wire.ask((head("POST", "/sign-in", "application/x-www-form-urlencoded", form.length()) + form).getBytes(StandardCharsets.US_ASCII));
        if (wire.status != 204 && wire.status != 200) {
          throw new IOException("sign-in of " + login + ": HTTP " + wire.status);
        }
        wire.cookies(cookies);
      }
    }

    String head(String method, String where, String type, int length) {
      String jar = cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; "));
      return method + " " + where + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\n" // as behind a TLS proxy
          + (jar.isEmpty() ? "" : "Cookie: " + jar + "\r\n")
          + (cookies.containsKey("XSRF-TOKEN") ? "X-XSRF-TOKEN: " + cookies.get("XSRF-TOKEN") + "\r\n" : "")
          + (type == null ? "" : "Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n") + "\r\n";
    }

    byte[] post(String document, String variables) throws IOException {
      String body = "{" + DOCUMENTS.computeIfAbsent(document, Bench.this::asked) + ",\"variables\":" + variables + "}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return (head("POST", path, "application/json", bytes.length) + body).getBytes(StandardCharsets.UTF_8);
    }
  }

  static final Map<String, String> DOCUMENTS = new java.util.concurrent.ConcurrentHashMap<>();

  /** The hash of a trusted document, as the product's manifest has it; ad hoc where there is no manifest. */
  String asked(String name) {
    try {
      String text = Files.readString(here.resolve("documents/" + name + ".graphql"));
      if (OPTION.get("adhoc").equals("true")) {
        return "\"query\":\"" + text.replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + HexFormat.of().formatHex(hash) + "\"}}";
    } catch (IOException | java.security.NoSuchAlgorithmException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** One keep-alive connection. */
  static final class Wire implements AutoCloseable {
    final int port;
    final List<String> headers = new ArrayList<>();
    Socket socket;
    InputStream in;
    OutputStream out;
    int status;

    Wire(int port) throws IOException {
      this.port = port;
      connect();
    }

    void connect() throws IOException {
      socket = new Socket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      out = socket.getOutputStream();
    }

    String ask(byte[] request) throws IOException {
      out.write(request);
      headers.clear();
      status = Integer.parseInt(line().substring(9, 12));
      int length = 0;
      boolean chunked = false;
      boolean last = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        headers.add(header);
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) length = Integer.parseInt(header.substring(15).trim());
        if (lower.startsWith("transfer-encoding:")) chunked = true;
        if (lower.equals("connection: close")) last = true;
      }
      String answer = chunked ? chunks() : text(in.readNBytes(length));
      if (last) {
        socket.close();
        connect();
      }
      return answer;
    }

    String chunks() throws IOException {
      StringBuilder body = new StringBuilder();
      for (int size = chunk(); size > 0; size = chunk()) {
        body.append(text(in.readNBytes(size)));
        line();
      }
      line();
      return body.toString();
    }

    int chunk() throws IOException {
      return Integer.parseInt(line().trim(), 16);
    }

    String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) throw new IOException("the product closed the connection");
        if (c != '\r') line.append((char) c);
      }
      return line.toString();
    }

    static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1); // searched only, never shown: the cheapest
    }

    void cookies(Map<String, String> jar) {
      for (String header : headers) {
        if (header.toLowerCase(Locale.ROOT).startsWith("set-cookie:")) {
          String[] pair = header.substring(11).trim().split(";", 2)[0].split("=", 2);
          jar.put(pair[0], pair[1]);
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
