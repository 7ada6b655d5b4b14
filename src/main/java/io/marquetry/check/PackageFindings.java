package io.marquetry.check;

import io.marquetry.asset.Asset;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.LifeState;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be found in a package itself: whom it addresses, what it gives, its tags and rules. */
final class PackageFindings {

    private static final Map<String, Asset.Kind> TEMPLATES =
            Map.of(
                    "sms", Asset.Kind.SMS_TEMPLATE,
                    "push", Asset.Kind.PUSH_TEMPLATE,
                    "mail", Asset.Kind.MAIL_TEMPLATE,
                    "email", Asset.Kind.MAIL_TEMPLATE,
                    "message", Asset.Kind.MESSAGE_TEMPLATE,
                    "wechat", Asset.Kind.MESSAGE_TEMPLATE);

    private PackageFindings() {}

    /** Returns whether it addresses anybody, sends and gives anything. */
    static List<Found> substance(Subject of) {
        List<Found> found = new ArrayList<>();
        if (of.size().audience() == 0) {
            found.add(Found.of(CheckKind.NOBODY, Problem.of("problem.warning.nobody")));
        }
        if (of.size().audience() == of.size().profiles() && of.size().profiles() > 0) {
            found.add(
                    new Found(
                            CheckKind.EVERYBODY,
                            "",
                            Problem.of("problem.warning.everybody", of.size().profiles()),
                            0));
        }
        if (of.pack().contents().isEmpty()) {
            found.add(Found.of(CheckKind.CONTENT, Problem.of("problem.warning.noContent")));
        }
        if (of.pack().benefits().isEmpty()) {
            found.add(Found.of(CheckKind.BENEFIT, Problem.of("problem.warning.noBenefit")));
        }
        List<Asset> sent = of.assets(Category.CONTENT);
        for (Asset coupon : of.assets(Category.BENEFIT)) {
            channel(coupon, sent).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Found> channel(Asset coupon, List<Asset> sent) {
        return Optional.ofNullable(coupon.facts().get("channel"))
                .filter(channel -> !sent.isEmpty())
                .flatMap(
                        channel ->
                                Optional.ofNullable(TEMPLATES.get(channel.toLowerCase(Locale.ROOT)))
                                        .filter(
                                                kind ->
                                                        sent.stream()
                                                                .noneMatch(t -> t.kind() == kind))
                                        .map(
                                                kind ->
                                                        Found.of(
                                                                CheckKind.CONTENT,
                                                                coupon.key().value(),
                                                                Problem.of(
                                                                        "problem.warning.channel",
                                                                        coupon.name(),
                                                                        channel))));
    }

    /**
     * Returns which coupons end too early or are too few.
     *
     * @param until the last day on which the package is meant to be out
     */
    static List<Found> coupons(Subject of, CheckRules rules, Optional<LocalDate> until) {
        List<Found> found = new ArrayList<>();
        for (Asset coupon : of.assets(Category.BENEFIT)) {
            String key = coupon.key().value();
            Optional<LocalDate> end = Facts.day(coupon, "end");
            LocalDate today = of.size().snapshot().today();
            if (end.filter(day -> day.isBefore(today)).isPresent()) {
                found.add(
                        Found.of(
                                CheckKind.COUPONS,
                                key,
                                Problem.of(
                                        "problem.warning.ended",
                                        coupon.name(),
                                        end.orElseThrow(),
                                        today)));
            } else if (end.isPresent() && until.filter(end.get()::isBefore).isPresent()) {
                found.add(
                        Found.of(
                                CheckKind.COUPONS,
                                key,
                                Problem.of(
                                        "problem.check.endsEarly",
                                        coupon.name(),
                                        end.get(),
                                        until.orElseThrow())));
            }
            long wanted = (long) Math.ceil(of.treated() * rules.redeemed());
            Facts.number(coupon, "stock")
                    .filter(stock -> stock.compareTo(BigDecimal.valueOf(wanted)) < 0)
                    .ifPresent(
                            stock ->
                                    found.add(
                                            new Found(
                                                    CheckKind.COUPONS,
                                                    key,
                                                    Problem.of(
                                                            "problem.check.stock",
                                                            coupon.name(),
                                                            stock,
                                                            wanted),
                                                    wanted - stock.longValue())));
        }
        return found;
    }

    /** Returns which tags are not, or no longer, meant to be used. */
    static List<Found> tags(Subject of) {
        return of.pack().tags().stream()
                .flatMap(key -> of.tags().find(key).stream())
                .flatMap(tag -> state(tag, of.today()).stream())
                .toList();
    }

    private static Optional<Found> state(GovernedTag tag, LocalDate today) {
        Care care = tag.care();
        if (care.state() != LifeState.ACTIVE) {
            return Optional.of(
                    tag(
                            tag.key(),
                            Problem.of(
                                    "problem.check.tag." + care.state(),
                                    tag.tag().name(),
                                    care.successor().or(care::reason).orElse("–"))));
        }
        if (care.isExpired(today)) {
            return Optional.of(
                    tag(
                            tag.key(),
                            Problem.of(
                                    "problem.check.tagExpired",
                                    tag.tag().name(),
                                    care.validUntil().orElseThrow())));
        }
        return care.validFrom()
                .filter(today::isBefore)
                .map(
                        from ->
                                tag(
                                        tag.key(),
                                        Problem.of(
                                                "problem.check.tagEarly", tag.tag().name(), from)));
    }

    private static Found tag(TagKey key, Problem what) {
        return Found.of(CheckKind.TAGS, key.value(), what);
    }

    /**
     * Returns whether it costs more than was set: a rule's {@code budget}, else the workspace's.
     * What a coupon or message costs is its {@code cost}; a coupon without one costs what it is
     * worth.
     */
    static List<Found> budget(Subject of, CheckRules rules) {
        Optional<BigDecimal> most =
                of.assets(Category.RULE).stream()
                        .flatMap(rule -> Facts.number(rule, "budget").stream())
                        .min(BigDecimal::compareTo)
                        .or(rules::budget);
        if (most.isEmpty()) {
            return List.of();
        }
        BigDecimal cost = cost(of, rules);
        return cost.compareTo(most.get()) <= 0
                ? List.of()
                : List.of(
                        new Found(
                                CheckKind.BUDGET,
                                "",
                                Problem.of("problem.check.budget", cost, most.get()),
                                cost.subtract(most.get()).longValue()));
    }

    private static BigDecimal cost(Subject of, CheckRules rules) {
        BigDecimal people = BigDecimal.valueOf(of.treated());
        BigDecimal taken = people.multiply(BigDecimal.valueOf(rules.redeemed()));
        Stream<BigDecimal> given =
                of.assets(Category.BENEFIT).stream()
                        .flatMap(one -> Facts.number(one, "cost", "amount", "value").stream())
                        .map(taken::multiply);
        Stream<BigDecimal> sent =
                of.assets(Category.CONTENT).stream()
                        .flatMap(one -> Facts.number(one, "cost").stream())
                        .map(people::multiply);
        return Stream.concat(given, sent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns a name for sentences. */
    static LocalizedText name(Subject of, TagKey key) {
        return of.catalog()
                .find(key)
                .map(tag -> tag.name())
                .orElseGet(() -> LocalizedText.of(key.value(), key.value()));
    }
}
