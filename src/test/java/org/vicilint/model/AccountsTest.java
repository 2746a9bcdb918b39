package org.vicilint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What one look at all accounts tells, against plain counting. */
class AccountsTest {

  @Property(tries = 300)
  void tellsOfAllWhatCountingOneByOneTells(@ForAll Random random) {
    List<Places.TableSource> sheets = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sheets.add(new Places.TableSource("t" + i + ".tsv", Set.of("user"), Set.of()));
    }
    List<Account> given = new ArrayList<>();
    int size = random.nextInt(random.nextBoolean() ? 5 : 3000);
    for (int i = 0; i < size; i++) {
      long print = random.nextInt(4) == 0 ? 0 : random.nextInt(2 * size);
      given.add(
          Account.builder("u%05d".formatted(i))
              .column("failed_login_count", random.nextInt(size) == 0 ? "10" : "9")
              .secret(
                  new Secret(
                      print != 0, false, print, 2, Characters.ALPHANUMERIC, false, false, null))
              .places(new Places(sheets.get(random.nextInt(sheets.size())), i + 2, 1))
              .build());
    }
    if (size > 1 && random.nextBoolean()) {
      given.set(random.nextInt(size), Account.builder("t").build());
    }

    Accounts all = Accounts.of(given);

    assertThat(all).isEqualTo(given);
    assertThat(all.toArray()).isEqualTo(given.toArray());
    assertThat(all.stream().toList()).isEqualTo(given);
    assertThat(Accounts.of(all)).isSameAs(all);
    List<String> logins = given.stream().map(Account::user).toList();
    assertThat(all.byLogin()).isEqualTo(logins.equals(logins.stream().sorted().toList()));
    assertThat(all.anyMayBeLocked()).isEqualTo(given.stream().anyMatch(Account::mayBeLocked));
    assertThat(all.ofEachTable().stream().map(Account::sheet))
        .containsExactlyInAnyOrderElementsOf(
            given.stream().map(Account::sheet).collect(Collectors.toSet()));
    assertThat(all.sharing()).isEqualTo(sharing(given));
  }

  private static Map<Long, List<Account>> sharing(List<Account> given) {
    Map<Long, List<Account>> sharing = new HashMap<>();
    for (Account account : given) {
      if (account.secret().known()) {
        sharing
            .computeIfAbsent(account.secret().fingerprint(), print -> new ArrayList<>())
            .add(account);
      }
    }
    sharing.values().removeIf(holders -> holders.size() < 2);
    return sharing;
  }

  @Test
  void cannotBeChanged() {
    Accounts all = Accounts.of(List.of(Account.builder("a").build()));
    Account other = Account.builder("b").build();

    assertThatThrownBy(() -> all.add(other)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> all.set(0, other)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> all.iterator().remove())
        .isInstanceOf(UnsupportedOperationException.class);
    all.toArray()[0] = other;
    assertThat(all.get(0).user()).isEqualTo("a");
    assertThatThrownBy(() -> Accounts.of(Arrays.asList(other, null)))
        .isInstanceOf(NullPointerException.class);
    assertThat(new HashSet<>(all)).hasSize(1);
  }
}
