package org.vicilint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However an account keeps its login, it is the text that was given. */
class LoginTest {
  private static final String[] PIECES = {
    "a",
    "b",
    "Z",
    "0",
    " ",
    "-",
    "@",
    "\u0000",
    "\u0001",
    "\u001F",
    "\u007F",
    "\u0080",
    "\u00EB",
    "\uD83D\uDE00",
    "\uD83D",
    "agent000"
  };

  @Property(tries = 3000)
  void keepsAndComparesIt(@ForAll Random random) {
    String one = login(random);
    String other = random.nextInt(5) == 0 ? one + login(random) : login(random);
    Account first = Account.builder(one).build();
    Account second = Account.builder(other).build();

    assertThat(first.user()).isEqualTo(one);
    if (first.plainLogin() || one.matches("[a-z0-9@-]{1,16}")) {
      assertThat(first.plainLogin()).isTrue();
      assertThat(Groups.key(one)).isEqualTo(one);
    }
    assertThat(Integer.signum(Account.BY_LOGIN.compare(first, second)))
        .isEqualTo(Integer.signum(one.compareTo(other)));
    assertThat(first.equals(second)).isEqualTo(one.equals(other));
  }

  @Property(tries = 1000)
  void isTheSameFromBytes(@ForAll Random random) {
    byte[] bytes = ("\t" + login(random) + "\t").getBytes(StandardCharsets.US_ASCII);
    int length = bytes.length - 2;
    String user = new String(bytes, 1, length, StandardCharsets.US_ASCII).replace('\0', '?');
    Account model = Account.builder("m").column("view_reports", "1").build();
    Places.ChunkOffset part =
        new Places.ChunkOffset(new Places.TableSource("t.tsv", Set.of("user"), Set.of()));

    Account account =
        model.another(
            user.getBytes(StandardCharsets.US_ASCII),
            0,
            length,
            "Name",
            2025_07_20_18_41_00L,
            Secret.UNKNOWN,
            part,
            3);
    part.follows(40);

    assertThat(account)
        .isEqualTo(
            Account.builder(user)
                .column("full_name", "Name")
                .column("view_reports", "1")
                .column("last_login_date", "2025-07-20 18:41:00")
                .places(new Places(part, 3, 1))
                .build());
    assertThat(account.place("user")).isEqualTo(new SourceLocation("t.tsv", 43, 1));
  }

  private static String login(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(random.nextBoolean() ? 3 : 20); i > 0; i--) {
      text.append(PIECES[random.nextInt(random.nextBoolean() ? 4 : PIECES.length)]);
    }
    return text.toString();
  }
}
