package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Planted;

/**
 * A password of its own is planted in every field of every kind of input where one may stand, and
 * behind the name of a password's field in the fields beside it. No command prints one in any
 * format, writes one to a file, or leaves one behind in a temporary file.
 */
@Tag("slow")
class PlantedSecretsTest {
  private static final String ACCOUNTS =
      """
      accounts:
        - {user: hr, user_level: 9, user_group: ADMIN, vdc_agent_api_access: 1, modify_users: 1, kind: service}
        - {user: robot, user_level: 8, user_group: CRM, vdc_agent_api_access: 1, modify_leads: 1, kind: service}
      groups:
        - {user_group: ADMIN, allowed_campaigns: [-ALL-CAMPAIGNS-]}
      """;

  private static final String MANIFEST =
      "name: crm\nowner: crm@example.com\naccount: robot\nfunctions: [add_lead]\nfrom: [203.0.113.20]\n";

  private static final String REQUEST =
      "http://d/vicidial/non_agent_api.php?source=t&user=hr&pass=§&function=add_user&agent_user=1001&agent_pass=§&agent_user_level=1&agent_full_name=A&agent_user_group=ADMIN\n";

  private static final String COLUMNS =
      "user_id,user,pass,full_name,user_level,user_group,phone_login,phone_pass,pass_hash,email,user_code,territory,custom_one,custom_five,voicemail_id,user_nickname,user_location,modify_users,vdc_agent_api_access,active,api_allowed_functions,failed_last_type_today,user_admin_redirect_url";

  private static final List<List<String>> ROWS =
      List.of(
          row("1", "hr", "§", "Hanna", "9"),
          row("2", "crm", "§", "CRM pass=§", "8"),
          row("3", "hr&pass=§", "1234", "pass: §", "8"),
          row("4", "HR?PASS%3D§", "x", "password = §", "7"));

  private static final List<String> LOG_COLUMNS =
      List.of(
          "api_id",
          "user",
          "api_date",
          "api_script",
          "function",
          "agent_user",
          "value",
          "result",
          "result_reason",
          "source",
          "data",
          "run_time",
          "webserver",
          "api_url");

  private static final List<List<String>> LOG =
      List.of(
          log("hr", "add_user", "SUCCESS", "add_user USER HAS BEEN ADDED", "hr"),
          log("hr", "add_lead&pass=§", "ERROR", "pass=§", "hr&pass=§"),
          log("hr&pass=§", "update_lead", "SUCCESS", "x", "a%26PASS%253D§"),
          log("hr", "lead_search", "ERROR", "Invalid Username/Password", "b pass: §"),
          log("robot", "add_lead", "SUCCESS", "x", "c?agent_pass=§"));

  private final Planted planted = new Planted();

  private static List<String> row(String id, String user, String pass, String name, String level) {
    return List.of(
        id,
        user,
        pass,
        name,
        level,
        "G&pass=§",
        "ph pass=§",
        "§",
        "§",
        "a@b.c?pass=§",
        "pass=§",
        "pass=§",
        "pass: §",
        "PASS = §",
        "pass=§",
        "pass=§",
        "pass=§",
        "1",
        "1",
        "Y",
        "add_lead pass=§",
        "pass=§",
        "http://u:§@h/?pass=§");
  }

  private static List<String> log(
      String user, String function, String result, String reason, String source) {
    return List.of(
        "7",
        user,
        "2026-11-21 20:56:48",
        "non-agent",
        function,
        "1001",
        "§",
        result,
        reason,
        source,
        "1001|§|pass=§",
        "0",
        "http://u:§@h/",
        "http://d/x?user=hr&pass=§&function=version");
  }

  /** The inputs, by name: the files of each. */
  static Map<String, Map<String, String>> inputs() {
    Map<String, Map<String, String>> inputs = new LinkedHashMap<>();
    inputs.put("definitions in YAML", Map.of("in/a.yaml", yaml()));
    inputs.put("definitions in JSON", Map.of("in/a.json", json()));
    inputs.put("accounts as TSV", Map.of("in/a.tsv", table("\t", false)));
    inputs.put("accounts as CSV", Map.of("in/a.csv", table(",", true)));
    inputs.put("accounts as JSON", Map.of("in/a.json", jsonRows()));
    inputs.put("accounts as XML", Map.of("in/a.xml", xml()));
    inputs.put("accounts as SQL", Map.of("in/a.sql", sql()));
    inputs.put(
        "changes in SQL",
        Map.of(
            "in/a.sql",
            sql()
                + "UPDATE vicidial_users SET pass='§' WHERE user='hr';\n"
                + "UPDATE vicidial_users SET pass=concat('§', user_id) WHERE full_name REGEXP '§';\n"
                + "ALTER TABLE vicidial_users MODIFY pass varchar(9) DEFAULT '§';\n"
                + "SET PASSWORD FOR x = '§'; CALL change('pass', '§');\n"
                + "GRANT SELECT ON asterisk.* TO 'x'@'h' IDENTIFIED BY '§';\n"));
    inputs.put("accounts without names of columns", Map.of("in/a.txt", outfile()));
    inputs.put("phones, settings and groups", phones());
    inputs.put("a log as TSV", Map.of("in/a.yaml", ACCOUNTS, "in/log.tsv", logTable("\t")));
    inputs.put("a log as CSV", Map.of("in/a.yaml", ACCOUNTS, "in/log.csv", logTable(",")));
    inputs.put("broken lines", broken());
    inputs.put("names of files", namesOfFiles());
    inputs.put("manifests", manifests());
    inputs.put("requests", Map.of("in/a.yaml", ACCOUNTS, "requests.sh", requests()));
    inputs.put("a profile", profile());
    inputs.put(
        "a broken profile",
        Map.of("in/a.yaml", ACCOUNTS, "in/vicilint.yaml", "name: x\nbuild: §: pass: [§\n"));
    inputs.put("rules", rules());
    return inputs;
  }

  static Stream<String> names() {
    return inputs().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void noCommandShowsOrKeepsAPassword(String name, @TempDir Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>(inputs().get(name));
    files.putIfAbsent("crm.yaml", MANIFEST);
    files.putIfAbsent("requests.sh", REQUEST);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(planted.in(file.getKey()));
      Files.createDirectories(path.getParent());
      Files.writeString(path, planted.in(file.getValue()));
    }
    Path out = Files.createDirectory(folder.resolve("out"));
    EveryCommand every =
        new EveryCommand(
            List.of(folder.resolve("in").toString()),
            "hr",
            folder.resolve("crm.yaml").toString(),
            folder.resolve("requests.sh").toString(),
            out.toString());
    Set<Path> before = Planted.temporary();
    List<String> leaks = new ArrayList<>();
    for (List<String> line : every.lines()) {
      Cli run = Cli.runWith(planted.in(ANSWERS), line.toArray(String[]::new));
      Planted.found(run.all())
          .forEach(leak -> leaks.add(line.get(0) + " " + line.get(line.size() - 1) + ": " + leak));
      assertThat(run.all()).as(String.join(" ", line)).doesNotContain("internal fault");
    }
    Planted.foundBelow(out).forEach(leak -> leaks.add("a file: " + leak));
    Planted.foundSince(before).forEach(leak -> leaks.add("a temporary file: " + leak));
    assertThat(leaks).as("leaks").isEmpty();
  }

  private static final String ANSWERS =
      """
      ERROR: Invalid Username/Password: |hr|§|1|0|GOOD|
      ERROR: add_user USER DOES NOT HAVE PERMISSION TO ADD USERS: |hr|0|pass=§
      ERROR: Login incorrect, please try again: |hr&pass=§|BAD|
      {"error": "ERROR: no user", "user": "hr", "pass": "§"}
      2026-11-21 GET /vicidial/non_agent_api.php?user=hr&pass=§&function=version ERROR: NO FUNCTION SPECIFIED
      SUCCESS: add_user USER HAS BEEN ADDED - hr|1001|§|1|A|ADMIN|
      NOTICE: something new - pass: §
      INSERT INTO vicidial_users (user,pass) VALUES('x','§'); ERROR: add_user USER ALREADY EXISTS: |hr|x|
      """;

  private static String yaml() {
    return """
        # pass=§
        accounts:
          - user: hr
            pass: §
            pass_hash: §
            phone_pass: §
            conf_secret: §
            full_name: "pw=§"
            owner: "x@y.z?token=§"
            purpose: "https://u:§@h/ pass: §"
            kind: service
            used_by: ["crm&pass=§", b]
            user_level: 9
            user_group: "G pass=§"
            modify_users: 1
            vdc_agent_api_access: 1
            api_allowed_functions: [add_lead, "pass=§"] # password: §
          # vicilint: waive all-functions-grant until 2027-01-31 -- owner: pass=§
          - {user: "hr&pass=§", pass: §, user_level: 8, full_name: "PASS%3D§"}
          - {user: c, email: "pass=§", custom_one: "pass=§", user_level: "pass=§", passs: §, password: §}
          - {user: "d?agent_pass=§", pass: 1234, waive: {rule: default-password, reason: "pass=§", until: 2027-01-31, owner: "pass=§"}}
        groups:
          - {user_group: "G pass=§", allowed_campaigns: ["pass=§"], group_name: "pass=§"}
        phones: [ph1, "pass=§"]
        """;
  }

  private static String json() {
    return """
        {"accounts": [
          {"user": "hr", "pass": "§", "pass_hash": "§", "phone_pass": "§", "user_level": 9, "modify_users": 1,
           "full_name": "x pass=§", "owner": "pass=§", "used_by": ["a pass=§", "b"], "vdc_agent_api_access": 1},
          {"user": "x&pass=§", "user_level": 8, "modify_users": 1, "email": "pass=§"}],
         "groups": [{"user_group": "G&pass=§", "allowed_campaigns": ["pass=§"]}]}
        """;
  }

  private static String table(String separator, boolean quoted) {
    StringBuilder table = new StringBuilder(COLUMNS.replace(",", separator)).append('\n');
    for (List<String> row : ROWS) {
      String quote = quoted ? "\"" : "";
      table
          .append(quote)
          .append(String.join(quote + separator + quote, row))
          .append(quote)
          .append('\n');
    }
    return table.toString();
  }

  private static String jsonRows() {
    List<String> rows = new ArrayList<>();
    String[] columns = COLUMNS.split(",");
    for (List<String> row : ROWS) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < columns.length; i++) {
        fields.add("\"%s\": \"%s\"".formatted(columns[i], row.get(i)));
      }
      rows.add("{" + String.join(", ", fields) + "}");
    }
    return "[" + String.join(",\n", rows) + "]\n";
  }

  private static String xml() {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\"?>\n<resultset statement=\"pass=§\">\n");
    String[] columns = COLUMNS.split(",");
    for (List<String> row : ROWS) {
      xml.append("<row>");
      for (int i = 0; i < columns.length; i++) {
        xml.append(
            "<field name=\"%s\">%s</field>"
                .formatted(columns[i], row.get(i).replace("&", "&amp;")));
      }
      xml.append("</row>\n");
    }
    return xml + "</resultset>\n";
  }

  private static String sql() {
    StringBuilder sql = new StringBuilder("-- pass=§\n");
    for (List<String> row : ROWS) {
      sql.append(
          "INSERT INTO vicidial_users (%s) VALUES ('%s');\n"
              .formatted(COLUMNS, String.join("','", row)));
    }
    return sql.toString();
  }

  private static String outfile() {
    return "1\thr\t§\tHanna\t9\tADMIN\tph\t§\n2\tcrm\t§\tpass=§\t8\n";
  }

  private static Map<String, String> phones() {
    return Map.of(
        "in/a.yaml", ACCOUNTS,
        "in/phones.tsv",
            "extension\tlogin\tpass\tconf_secret\tserver_ip\tfullname\nx\tcc1\t§\t§\t10.0.0.1\tpass=§\ny\tcc2&pass=§\t§\n",
        "in/settings.tsv",
            "version\tallow_emails\tpass_hash_enabled\tvtiger_login\tvtiger_pass\tdefault_phone_login_password\tdefault_server_password\n2.14-§\t0\tpass=§\tx\t§\t§\t§\n",
        "in/groups.csv",
            "user_group,group_name,allowed_campaigns\n\"G pass=§\",\"pass=§\",\"pass=§\"\n");
  }

  private static String logTable(String separator) {
    StringBuilder log = new StringBuilder(String.join(separator, LOG_COLUMNS)).append('\n');
    LOG.forEach(row -> log.append(String.join(separator, row)).append('\n'));
    return log + String.join(separator, LOG.get(0).subList(3, 9)) + "\n";
  }

  private static Map<String, String> namesOfFiles() {
    return Map.of(
        "in/x.php_user=a&pass=§.yaml",
        ACCOUNTS,
        "in/pw=§/b.yaml",
        "accounts:\n  - {user: a, user_level: x, what: 1}\n  - {user: }\n",
        "in/token=§.csv",
        "user,pass,user_level\na,\"x,8\n",
        "in/log&pass%3D§.tsv",
        logTable("\t"));
  }

  private static Map<String, String> broken() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("in/good.yaml", ACCOUNTS);
    String insert = "INSERT INTO vicidial_users (user,pass,full_name) VALUES ";
    files.put("in/b0.sql", insert + "('a','§','pass=§'");
    files.put("in/b1.sql", insert + "('a','§' 'x');\nUPDATE vicidial_users pass='§';\n");
    files.put("in/b2.sql", insert.replace("VALUES", "pass='§' VALUES") + "(§);\n§\n");
    files.put("in/b3.csv", "user,pass,user_level\na,\"§,8\n");
    files.put("in/b4.csv", "user,pass,user_level\na,§,8,pass=§\nb,§\n§\n");
    files.put("in/b5.tsv", "user\tpass\tuser_level\na\t§\tpass=§\n§\n");
    files.put("in/b6.json", "{\"accounts\"\"§\",\"user_level\":9}]}");
    files.put("in/b7.json", "{\"accounts\":[{\"user\":\"a\",\"§\",\"user_level\":9}]}");
    files.put("in/b8.json", "{\"accounts\":[{\"user\":\"a\" \"§\",\"user_level\":9,}]}");
    files.put("in/b9.json", "{\"accounts\":[{\"user\":\"a\",\"_hash\":\"§\",\"user_level\":9");
    files.put("in/ba.yaml", "accounts:\n  - {user: a, \"§\" user_level: 9}\n");
    files.put("in/bb.yaml", "accounts:\n  - user: a\n    user_level: 9 §: [\n");
    files.put("in/bc.yaml", "accounts:\n  - {user: a, § , user_level: 9\n");
    files.put("in/bd.yaml", "accounts:\n  - user: a\n    pass §\n    user_level: x\n");
    files.put(
        "in/be.xml",
        "<resultset><row><field name=\"pass\">§</field><field name=\"user\">pass=§</row>");
    files.put("in/bf.tsv", "api_id\tuser\tapi_date\tfunction\tdata\tresult\n1\thr\tpass=§\t§\n§\n");
    return files;
  }

  private static Map<String, String> manifests() {
    return Map.of(
        "in/a.yaml",
        ACCOUNTS,
        "in/m.yaml",
        MANIFEST.replace("name: crm", "name: n pass=§").replace("robot", "hr"),
        "crm.yaml",
        """
        # password: §
        name: "crm pass=§"
        owner: "x@y.z?pass=§"
        contact: "https://u:§@h/"
        purpose: "pass: §"
        account: "hr&pass=§"
        pass: §
        password: §
        functions: [add_lead, "pass=§", "update_user:agent_pass=§"]
        from: ["203.0.113.20", "u:§@h"]
        builds: ["pass=§"]
        review: "pass=§"
        """);
  }

  private static String requests() {
    return REQUEST
        + """
        curl -u bob:§ https://d/vicidial/non_agent_api.php -d source=hr -d user=hr -d pass=§ -d function=update_user -d agent_user=robot -d agent_pass=§ # pass=§
        wget "http://u:§@d/vicidial/non_agent_api.php?user=hr&pass=§&function=copy_user&agent_user=9&agent_pass=§&source_user=robot"
        http://d/vicidial/non_agent_api.php?user=hr&pass=§&function=version
        # http://d/x?pass=§
        """;
  }

  private static Map<String, String> profile() {
    return Map.of(
        "in/a.yaml",
        ACCOUNTS,
        "in/vicilint.yaml",
        """
        # pass=§
        name: "mine pass=§"
        build: "pass=§"
        fail_on: "pass=§"
        service_accounts: ["*pass=§"]
        password: §
        rules: {"pass=§": off, all-functions-grant: {severity: "pass=§"}}
        waivers:
          - {rule: all-functions-grant, accounts: ["hr&pass=§"], reason: "pass=§", owner: "pass=§", expires: 2027-01-31}
        own_rules: ["pass=§"]
        """);
  }

  private static Map<String, String> rules() {
    String rule = "id: %s\ntitle: pass=§\nseverity: high\nmessage: \"{user} pass=§\"\nwhen: %s\n";
    return Map.of(
        "in/a.yaml",
        ACCOUNTS,
        "in/vicilint.yaml",
        "name: mine\nown_rules: [rules]\n",
        "in/rules/one.yaml",
        rule.formatted("one", "user_level > 7"),
        "in/rules/two.yaml",
        rule.formatted("two", "user == 'pass=§' &&& §"),
        "in/rules/three.yaml",
        "password: §\n" + rule.formatted("three", "true"),
        "in/rules/four.yaml",
        "id: four\nmessage: [§\n",
        "in/rules/five.md",
        "no front matter, pass: §\n");
  }
}
