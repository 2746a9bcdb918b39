package org.vicilint.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordMaskTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass=SECRET",
        "PASS=SECRET",
        "a&pass=SECRET",
        "a;pass=SECRET",
        "robot$pass=SECRET",
        "robot$pass=$SECRET",
        "agent_pass=SECRET&x=1",
        "pass%3dSECRET",
        "pass%253DSECRET",
        "hr%26pass%3dSECRET",
        "hr%2526p%61ss%25253dSECRET",
        "%70%61%73%73=SECRET",
        "pass&#61;SECRET",
        "pass&#x3d;SECRET",
        "&#112;ass=SECRET",
        "pass\\u003dSECRET",
        "pass\\x3dSECRET",
        "pass: SECRET",
        "password = SECRET",
        "password  :  'SECRET'",
        "\"pass\": \"SECRET\"",
        "'pass' => 'SECRET'",
        "params['pass'] = 'SECRET'",
        "\\\"pass\\\":\\\"SECRET\\\"",
        "pass==SECRET",
        "pass:=SECRET",
        "passwd=SECRET",
        "pwd=SECRET",
        "pw=SECRET",
        "PW: SECRET",
        "user_pw=SECRET",
        "psw=SECRET",
        "p4ss=SECRET",
        "contraseña=SECRET",
        "kennwort=SECRET",
        "senha=SECRET",
        "token=SECRET",
        "api_key=SECRET",
        "credentials=SECRET",
        "p%77=SECRET",
        "`pass=` inside SECRET",
        "`pass=` inside user: an ampersand is missingSECRET",
        "`pass=` inside user: SECRET",
        "phone_pass=SECRET",
        "pass_hash=SECRET",
        "conf_secret=SECRET",
        "passphrase: SECRET",
        "<pass>SECRET</pass>",
        "<field name=\"pass\">SECRET</field>",
        "pass=&pass=SECRET",
        "pass=**** pass=SECRET",
        "pass=two words SECRET",
        "pass=a&b=SECRET",
        "p\u200bass=SECRET",
        "\uff50\uff41\uff53\uff53\uff1dSECRET",
        "http://bob:SECRET@dialer/x",
        "https://SECRET@dialer/x",
        "https://bob:SEC@RET@dialer/SECRET?a=b@c",
        "bob:SECRET@dialer",
        "curl -u bob:SECRET https://dialer",
        "curl --user=bob:SECRET https://dialer",
        "mysql -u root -pSECRET asterisk",
        "mysql --password SECRET asterisk",
        "Authorization: Basic SECRET",
      })
  void whatMayBeAPasswordGoes(String text) {
    assertThat(PasswordMask.of(text)).doesNotContain("SECRET").contains(PasswordMask.MASK);
    assertThat(PasswordMask.of("see: " + text)).doesNotContain("SECRET");
    assertThat(PasswordMask.of(PasswordMask.of(text))).isEqualTo(PasswordMask.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "crm@example.com",
        "owner: crm@example.com",
        "passed: 3",
        "the password of crm is shared",
        "pass and pass_hash",
        "user_id,user,pass,full_name",
        "pass: (shared) → (a password of its own)",
        "user=1001, pass=****, user_level=1",
        "pass=<its password>&function=add_user",
        "agent_pass: 3 characters that the server does not keep",
        "`$pass=` inside user: an ampersand is missing",
        "`&agent_pass=` inside source: it holds another parameter, since the & was encoded",
        "email=a:b@c.de",
        "pass=",
        "pass=&user=x",
        "shared-password: high",
        "qc_pass=1",
        "bypass: yes",
        "100%",
        "a::b",
        "(only -+.:/@_0-9A-Za-z)",
      })
  void whatIsHarmlessStays(String text) {
    assertThat(PasswordMask.of(text)).isSameAs(text);
  }

  @Test
  void aListKeepsTheNamesBesideAPassword() {
    assertThat(PasswordMask.inList(" add_lead pass=SECRET update_lead "))
        .isEqualTo(" add_lead pass=**** update_lead ");
    assertThat(PasswordMask.inList(" pass= add_lead ")).isEqualTo(" pass= add_lead ");
    assertThat(PasswordMask.inList("x pass=ALL_FUNCTIONS")).isEqualTo("x pass=ALL_FUNCTIONS");
    assertThat(PasswordMask.inList("pass=a pass:b c")).isEqualTo("pass=**** pass:**** c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob&pass=SECRET",
        "pass=",
        "pass:",
        "pass = ",
        "token: SECRET",
        "-u bob:SECRET",
        "--password SECRET"
      })
  void whatASentenceSaysBehindANameStays(String name) {
    String sentence =
        PasswordMask.sentence("account %s is already at line %d, which holds", name, 7);
    assertThat(sentence).endsWith(" is already at line 7, which holds").doesNotContain("SECRET");
    assertThat(PasswordMask.of(sentence)).isEqualTo(sentence);
    assertThat(PasswordMask.within("crm_token")).isEqualTo("crm_token");
  }

  @Test
  void aHostileTextTakesNoTime() {
    String many = "a:b,%25pass -u x://=@".repeat(20_000);
    assertThat(PasswordMask.of(many)).isNotEmpty();
    assertThat(PasswordMask.of("pass".repeat(100_000))).hasSize(400_000);
    assertThat(PasswordMask.of("%25".repeat(100_000) + "pass=x")).endsWith(PasswordMask.MASK);
  }
}
