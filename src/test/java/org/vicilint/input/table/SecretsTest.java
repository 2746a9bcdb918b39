package org.vicilint.input.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;
import org.vicilint.model.Secret;
import org.vicilint.testkit.Reading;

final class SecretsTest {
  private final Secrets secrets = new Secrets();

  @Test
  void printsEqualPasswordsAlikeAndIgnoresCaseAsTheServerDoes() {
    Secret one = secrets.of("a", "Hunter2", null);

    assertThat(secrets.of("b", "hUNTER2", "").fingerprint()).isEqualTo(one.fingerprint());
    assertThat(secrets.of("b", "hunter3", null).fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(one.fingerprint()).isNotZero();
  }

  @Test
  void usesAnotherKeyInEveryRun() {
    assertThat(new Secrets().of("a", "hunter2", null).fingerprint())
        .isNotEqualTo(secrets.of("a", "hunter2", null).fingerprint());
  }

  @Test
  void tellsAHashFromAPasswordOfTheSameText() {
    Secret hash = secrets.of("a", "", "hunter2");

    assertThat(hash.hashed()).isTrue();
    assertThat(hash.known()).isTrue();
    assertThat(hash.length()).isEqualTo(2);
    assertThat(hash.fingerprint()).isNotEqualTo(secrets.of("a", "hunter2", "").fingerprint());
    assertThat(hash.fingerprint()).isNotEqualTo(secrets.of("a", "", "Hunter2").fingerprint());
  }

  @Test
  void knowsNothingWithoutAPassword() {
    assertThat(secrets.of("a", null, null)).isEqualTo(Secret.UNKNOWN);
    assertThat(secrets.of("a", "", "")).isEqualTo(Secret.UNKNOWN);
  }

  @Test
  void judgesAPassword() {
    assertThat(secrets.of("6666", "1234", null).installed()).isTrue();
    assertThat(secrets.of("VDAD", "DonotEdit", null).installed()).isTrue();
    assertThat(secrets.of("a", "other", null).installed()).isFalse();
    assertThat(secrets.of("Bob", "bOB", null).equalsUser()).isTrue();
    assertThat(secrets.of("Bob", "x", null).length()).isEqualTo(1);
    assertThat(secrets.of("Bob", "long", null).length()).isEqualTo(2);
    assertThat(secrets.of("Bob", "a b", null).characters()).isEqualTo(Characters.ANY);
  }

  @Test
  void readsPasswordsFromEveryKindOfSource() {
    for (String text :
        new String[] {
          "accounts: [{user: a, pass: hunter2}]",
          "{\"accounts\": [{\"user\": \"a\", \"pass\": \"hunter2\"}]}",
          "user,pass,phone_pass\na,hunter2,hunter3\n",
          "user\tphone_pass\tpass\na\thunter3\thunter2\n",
          "[{\"user\": \"a\", \"pass\": \"hunter2\"}]"
        }) {
      Account account = Reading.only(text);
      assertThat(account.secret().known()).isTrue();
      assertThat(account.secret().hashed()).isFalse();
      assertThat(account.toString()).doesNotContain("hunter");
    }
  }

  @Test
  void readsNothingOfPhonePass() {
    assertThat(Reading.only("accounts: [{user: a, phone_pass: [x, y]}]").secret().known())
        .isFalse();
  }
}
