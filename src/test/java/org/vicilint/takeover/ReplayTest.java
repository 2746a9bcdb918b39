package org.vicilint.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vicilint.api.Parameters;
import org.vicilint.input.EstateReader;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Request;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.simulate.Prediction;
import org.vicilint.simulate.Predictor;
import org.vicilint.source.Limits;
import org.vicilint.testkit.RandomEstates;

/**
 * The calls of paths, made one after the other with the simulator of {@code vicilint request}: each
 * is granted, and leaves what its step says. Steps that are no calls are passed over.
 */
class ReplayTest {
  private static final Parameters PARAMETERS = Parameters.known();
  private static final String OWN = "own";
  private static final int PATHS = 5;

  private int calls;

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void everyStepOfAPathIsACallThatTheServerGrants(@ForAll("estates") Estate estate) {
    replay(estate);
  }

  @Example
  void theCallsOfTheShippedExample() {
    Estate estate =
        new EstateReader(null, Limits.DEFAULT)
            .read(List.of("examples/takeover/before"), InputStream.nullInputStream());
    replay(estate);
    assertThat(calls).isGreaterThan(40);
  }

  /** All paths between any two accounts. */
  private void replay(Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    for (Account account : estate.accounts()) {
      ReachableAccounts reach = takeover.reach(account);
      for (Account other : estate.accounts()) {
        if (reach.contains(other)) {
          for (Path path : takeover.paths(reach, Target.of(other), PATHS)) {
            replay(estate, path);
          }
        }
      }
    }
  }

  private void replay(Estate estate, Path path) {
    Predictor server =
        new Predictor(estate, RandomEstates.access(estate), PARAMETERS, ReplayTest::secret);
    String login = path.steps().get(0).from().user();
    String pass = own(estate, login);
    int number = 0;
    for (Step step : path.steps()) {
      number++;
      if (step.kind() == Step.Kind.COPY && step.to().userGroup().isEmpty()) {
        return; // nobody tells of its group: paths take it to have one, the simulator does not
      }
      if (!step.kind().request()) {
        login = step.to().user();
        pass = own(estate, login);
        continue;
      }
      String given = "Given" + number;
      String made = step.kind() == Step.Kind.COPY ? "clone" + number : step.to().user();
      String target = step.kind() == Step.Kind.MOVE ? login : made;
      Prediction done = server.predict(request(number, step.call(), login, pass, target, given));
      String why = path + ", step " + number + ": " + done;
      assertThat(done.outcome()).as(why).isEqualTo(Prediction.Outcome.SUCCESS);
      Account after = done.after();
      assertThat(after.user()).as(why).isEqualTo(target);
      assertThat(after.userLevel()).as(why).isEqualTo(step.to().level());
      assertThat(Groups.key(after.userGroup()))
          .as(why)
          .isEqualTo(Groups.key(step.to().userGroup()));
      if (step.kind() != Step.Kind.MOVE) {
        assertThat(after.active()).as(why).isTrue();
        assertThat(after.secret().fingerprint())
            .as(why)
            .isEqualTo(secret(target, given).fingerprint());
        pass = given;
      }
      login = target;
      calls++;
    }
  }

  private static Request request(
      int number, String call, String login, String pass, String target, String given) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String each : call.substring(call.indexOf('?') + 1).split("&")) {
      String name = each.substring(0, each.indexOf('='));
      String value = each.substring(each.indexOf('=') + 1);
      parameters.put(
          name,
          switch (value) {
            case "<its password>", "<new password>" -> name.equals("pass") ? pass : given;
            case "<new login>" -> name.equals("user") ? login : target;
            case "<any name>" -> "Any Name";
            default -> URLDecoder.decode(value, StandardCharsets.UTF_8);
          });
    }
    return new Request(
        number,
        SourceLocation.of("paths"),
        parameters.remove("user"),
        parameters.remove("function"),
        parameters,
        Map.of(),
        true);
  }

  /** The password of an account, as a test can tell it. */
  private static String own(Estate estate, String user) {
    return OWN
        + estate.accounts().stream()
            .filter(account -> account.user().equals(user))
            .mapToLong(account -> account.secret().fingerprint())
            .findFirst()
            .orElseThrow();
  }

  private static Secret secret(String user, String pass) {
    long fingerprint =
        pass.startsWith(OWN) ? Long.parseLong(pass.substring(OWN.length())) : pass.hashCode();
    return new Secret(true, false, fingerprint, 2, Characters.of(pass), false, false, null);
  }

  @Provide
  Arbitrary<Estate> estates() {
    return RandomEstates.estates();
  }
}
