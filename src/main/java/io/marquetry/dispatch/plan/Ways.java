package io.marquetry.dispatch.plan;

import io.marquetry.asset.Template;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.outcome.Conversions;
import io.marquetry.handoff.PackageDocument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways to people that a plan has, in the order in which each person is judged for them.
 *
 * @param first the first account
 * @param terms with the coupon whose codes the texts show
 */
record Ways(Account first, List<Route> routes, Terms terms) {

    /**
     * Finds the accounts of a plan and what each of them sends.
     *
     * @param known the texts, where they are those of another dispatch
     * @throws io.marquetry.base.ProblemException if there is no such account or text, or one
     *     account stands there twice
     */
    static Ways of(
            PlanRequest wanted,
            PackageDocument document,
            Optional<List<Template>> known,
            Reach reach,
            Conversions conversions,
            Instant now) {
        List<Account> accounts = accounts(wanted, reach);
        List<Template> written = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            MessageTexts texts = new MessageTexts(document, accounts.get(i), conversions);
            int at = i;
            written.add(known.map(all -> all.get(at)).orElseGet(() -> texts.of(wanted, at)));
        }
        Terms terms = new CodePool(reach.coupons(), now).of(document, written, wanted);
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            PlanRequest.Other one = wanted.all().get(i);
            routes.add(
                    new Route(
                            account.name(),
                            account.channel(),
                            one.address(),
                            one.consent(),
                            new MessageTexts(document, account, conversions)
                                    .shown(written.get(i), terms),
                            account.price()));
        }
        return new Ways(accounts.getFirst(), List.copyOf(routes), terms);
    }

    private static List<Account> accounts(PlanRequest wanted, Reach reach) {
        List<Account> known = reach.accounts();
        Set<String> names = new HashSet<>();
        List<Account> found = new ArrayList<>();
        for (PlanRequest.Other one : wanted.all()) {
            if (!names.add(one.account())) {
                throw Problem.of("problem.dispatch.accountTwice", one.account()).asException();
            }
            found.add(
                    known.stream()
                            .filter(account -> account.name().equals(one.account()))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            Problem.of("problem.dispatch.account", one.account())
                                                    .asException()));
        }
        return found;
    }

    /** Returns the fields that texts have places for, but for that of a code. */
    Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        routes.forEach(route -> fields.addAll(route.text().fields()));
        terms.coupons().ifPresent(pool -> fields.remove(Terms.CODE));
        return fields;
    }

    /**
     * Leaves out for whom there is no money.
     *
     * @throws io.marquetry.base.ProblemException if an account has no price
     */
    void afford(Crowd crowd, String salt) {
        if (terms.budget().isEmpty()) {
            return;
        }
        List<BigDecimal> prices = routes.stream().map(Ways::price).toList();
        int scale = prices.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        long[] costs = prices.stream().mapToLong(price -> units(price, scale)).toArray();
        crowd.cut(Reason.OVER_BUDGET, units(terms.budget().get(), scale), costs, salt);
    }

    private static BigDecimal price(Route route) {
        return route.price()
                .filter(one -> one.signum() > 0)
                .orElseThrow(
                        () ->
                                Problem.of("problem.dispatch.noPrice", route.account())
                                        .asException());
    }

    private static long units(BigDecimal money, int scale) {
        BigDecimal units =
                money.setScale(Math.max(0, scale), RoundingMode.FLOOR)
                        .movePointRight(Math.max(0, scale));
        return units.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }
}
