package org.vicilint.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.catalog.Pages;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;

/**
 * The part of {@link AccessEvaluator} that answers for administration pages. The pages were asked
 * of a server of one build, and stand for any build asked about; {@link #certain} returns whether
 * that is the same. Sets of pages are bits over {@link #pages()}; the caller may change them.
 */
public final class PageEvaluator {
  private static final Optional<Gate.Kind> OPEN = Optional.empty();
  private static final Optional<Gate.Kind> LOGIN = Optional.of(Gate.Kind.LOGIN);
  private static final Optional<Gate.Kind> API_ONLY_USER = Optional.of(Gate.Kind.API_ONLY_USER);
  private static final Optional<Gate.Kind> LEVEL_AND_FLAGS = Optional.of(Gate.Kind.LEVEL_AND_FLAGS);

  private final AccessEvaluator access;
  private final LoginGates logins;

  PageEvaluator(AccessEvaluator access, LoginGates logins) {
    this.access = access;
    this.logins = logins;
  }

  /** The pages, by name; decisions go by their index. */
  public List<Page> pages() {
    return known().all();
  }

  /** The pages with the build that was asked. */
  public Pages known() {
    return PageMasks.known().pages();
  }

  /** Whether the build asked about is the one whose pages are known. */
  public boolean certain() {
    return known().certainOn(access.builds().nonAgent());
  }

  /** Returns the certainty of the answers, in one sentence. */
  public String basis() {
    return known().basis(access.builds().nonAgent());
  }

  /** The index of a page in {@link #pages()}; -1 when it is not known. */
  public int indexOf(String page) {
    return PageMasks.known().indexOf(page);
  }

  /** The pages with this effect at most. */
  public BitSet ofEffect(PageEffect effect) {
    return PageMasks.known().ofEffect(effect);
  }

  /** Returns what an account can do with a page that is open to it. */
  public PageEffect effect(Subject subject, int page) {
    for (Page.Way way : PageMasks.known().worstFirst(page)) {
      if (subject.visitor.meets(way.demand())) {
        return way.effect();
      }
    }
    throw new IllegalArgumentException("not open: " + pages().get(page).name());
  }

  /** Returns a key that is equal for accounts on which every decision about pages is the same. */
  public Object key(Subject subject) {
    return subject.visitor;
  }

  /** The pages whose alternatives differ in effect. */
  public BitSet ofSeveralEffects() {
    return PageMasks.known().ofSeveralEffects();
  }

  /**
   * Returns the account's columns that keep one account from what another can do with a page, by
   * the alternative of the other's worst effect that is missed by the fewest.
   *
   * @param less the account that cannot do it
   * @param more the account to which the page is open
   */
  public Set<String> missing(Subject less, Subject more, int page) {
    return new PageGap(less.visitor, more.visitor)
        .columns(pages().get(page), effect(more, page), PageMasks.known().worstFirst(page));
  }

  /** Returns all that an account can do with a page; empty when it is not open. */
  public List<PageEffect> effects(Subject subject, int page) {
    EnumSet<PageEffect> effects = EnumSet.noneOf(PageEffect.class);
    for (Page.Way way : PageMasks.known().worstFirst(page)) {
      if (subject.visitor.meets(way.demand())) {
        effects.add(way.effect());
      }
    }
    return List.copyOf(effects);
  }

  /** All pages that are open to an account. */
  public BitSet open(Subject subject) {
    return PageMasks.known().open(subject.visitor);
  }

  /**
   * The pages that would be open to an account with no more level and flags than it needs: no cut
   * of these that leaves its calls as they are closes them. {@code api_only_user} stays as it is.
   */
  public BitSet openByNeed(Subject subject, Need need) {
    PageSubject visitor = subject.visitor;
    return PageMasks.known()
        .open(
            visitor.with(
                Math.min(visitor.level(), need.level()),
                visitor.flags() & (need.flags() | Flag.API_ONLY_USER.bit()),
                need.modifyLeads() == 0 ? 0 : visitor.modifyLeads()));
  }

  /** The gate that refuses each page, by index; empty where it is open. */
  public List<Optional<Gate.Kind>> refusals(Subject subject) {
    PageMasks masks = PageMasks.known();
    BitSet open = masks.open(subject.visitor);
    BitSet letIn = masks.letIn(subject.visitor);
    List<Optional<Gate.Kind>> refusals = new ArrayList<>(pages().size());
    for (int i = 0; i < pages().size(); i++) {
      boolean box = pages().get(i).apiOnlyCloses() && subject.visitor.apiOnly();
      refusals.add(
          open.get(i) ? OPEN : !letIn.get(i) ? LOGIN : box ? API_ONLY_USER : LEVEL_AND_FLAGS);
    }
    return refusals;
  }

  /** The decision with every gate, and the smallest change that opens or closes the page. */
  public PageDecision explain(Account account, Page page) {
    return new PageExplanation(access, logins).of(account, page);
  }
}
