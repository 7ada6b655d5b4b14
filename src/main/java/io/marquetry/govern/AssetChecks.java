package io.marquetry.govern;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Coupon;
import io.marquetry.asset.Template;
import io.marquetry.asset.TextLength;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with assets, and what one should look at. */
final class AssetChecks {

    /** The fact of an audience pack that holds its audience expression. */
    static final String AUDIENCE = "audience";

    private AssetChecks() {}

    /** Returns why an asset cannot be kept: it does not say what assets of its kind have to. */
    static Optional<Problem> refusal(Asset asset) {
        try {
            return switch (asset.kind()) {
                case COUPON -> {
                    Coupon.of(asset);
                    yield Optional.empty();
                }
                case SMS_TEMPLATE, PUSH_TEMPLATE, MAIL_TEMPLATE, MESSAGE_TEMPLATE ->
                        asset.body()
                                .flatMap(AssetChecks::stray)
                                .map(
                                        stray ->
                                                Problem.of(
                                                        "problem.asset.stray",
                                                        asset.name(),
                                                        stray));
                case AUDIENCE_PACK -> {
                    String audience = asset.facts().getOrDefault(AUDIENCE, "");
                    if (audience.isBlank()) {
                        yield Optional.of(Problem.of("problem.asset.audience", asset.name()));
                    }
                    ExpressionText.parse(audience);
                    yield Optional.empty();
                }
                case DELIVERY_RULE, RECOMMENDATION_RULE -> Optional.empty();
            };
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private static Optional<String> stray(LocalizedText body) {
        return body.byLanguage().values().stream()
                .flatMap(text -> new Template(text).strays().stream())
                .findFirst();
    }

    /** Returns why an asset should be used no longer: it is over, used up or deprecated. */
    static List<Problem> ended(GovernedAsset governed, LocalDate today) {
        Asset asset = governed.asset();
        List<Problem> found = new ArrayList<>();
        boolean spent =
                asset.kind() == Asset.Kind.COUPON
                        && refusal(asset).isEmpty()
                        && Coupon.of(asset).isSpent(today);
        if (spent || governed.care().isExpired(today)) {
            found.add(Problem.of("problem.asset.spent", asset.name()));
        }
        if (governed.care().state() == LifeState.DEPRECATED) {
            found.add(Problem.of("problem.asset.deprecated", asset.name()));
        }
        return found;
    }

    /** Returns what somebody should look at, the gravest first. */
    static List<Problem> findings(GovernedAsset governed, AssetUse use, LocalDate today) {
        Asset asset = governed.asset();
        List<Problem> found = new ArrayList<>();
        Optional<Problem> refused = refusal(asset);
        refused.ifPresent(found::add);
        if (use.isInUse()) {
            found.addAll(ended(governed, today));
        }
        asset.body()
                .ifPresent(
                        body ->
                                body.byLanguage()
                                        .forEach(
                                                (language, text) ->
                                                        length(asset, language, text)
                                                                .ifPresent(found::add)));
        if (governed.care().owner().isEmpty()) {
            found.add(Problem.of("problem.asset.owner", asset.name()));
        }
        return found;
    }

    private static Optional<Problem> length(Asset asset, String language, String text) {
        TextLength length = TextLength.of(asset.kind(), text);
        if (length.isOne()) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.of(
                        length.fits() ? "problem.asset.parts" : "problem.asset.cut",
                        asset.name(),
                        language,
                        length.units(),
                        length.fits() ? length.parts() : length.most()));
    }
}
