package io.marquetry.tag;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.TextLength;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.tag.TagFinding.Severity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks over all tags and assets for what governance wants mended. */
public final class TagLint {

    private final TagCatalog tags;
    private final Map<AssetKey, Asset> assets;
    private final Set<TagKey> inPackages;
    private final Function<Tag, List<Problem>> fit;
    private final NamingStandard naming;
    private final List<TagFinding> findings = new ArrayList<>();

    /**
     * Makes a look over everything.
     *
     * @param inPackages the tags that packages name
     * @param fit tells why a tag cannot be counted in the source at hand; nothing where there is
     *     none
     * @param naming the words that keys are made of
     */
    public TagLint(
            TagCatalog tags,
            Map<AssetKey, Asset> assets,
            Collection<TagKey> inPackages,
            Function<Tag, List<Problem>> fit,
            NamingStandard naming) {
        this.tags = tags;
        this.assets = Map.copyOf(assets);
        this.inPackages = Set.copyOf(inPackages);
        this.fit = fit;
        this.naming = naming;
    }

    /** Returns the findings, the gravest first. */
    public List<TagFinding> findings() {
        findings.clear();
        TagChecks checks = new TagChecks(tags, assets.keySet(), naming);
        for (Tag tag : tags.tags()) {
            checks.refusal(tag).ifPresent(problem -> add(Severity.ERROR, tag, problem));
            fit.apply(tag).forEach(problem -> add(Severity.ERROR, tag, problem));
            naming.unknownWord(tag.key(), tag.category())
                    .ifPresent(problem -> add(Severity.WARNING, tag, problem));
            languages(tag.key().value(), tag.name());
            languages(tag.key().value(), tag.topic());
            tag.description().ifPresent(text -> languages(tag.key().value(), text));
        }
        sameRules();
        unusedTags();
        assets.values().forEach(this::asset);
        return findings.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(TagFinding::severity)
                                .thenComparing(TagFinding::subject))
                .toList();
    }

    private void sameRules() {
        Map<TagRule, Tag> seen = new HashMap<>();
        for (Tag tag : tags.tags()) {
            tag.rule()
                    .map(rule -> seen.putIfAbsent(rule, tag))
                    .ifPresent(
                            first ->
                                    add(
                                            Severity.WARNING,
                                            tag,
                                            "problem.lint.sameRule",
                                            first.name()));
        }
    }

    private void unusedTags() {
        Set<TagKey> used = new HashSet<>(inPackages);
        tags.tags().forEach(tag -> tag.rule().map(TagRules::tagsIn).ifPresent(used::addAll));
        tags.tags().stream()
                .filter(tag -> !used.contains(tag.key()))
                .forEach(tag -> add(Severity.NOTE, tag, "problem.lint.unusedTag"));
    }

    private void asset(Asset asset) {
        languages(asset.key().value(), asset.name());
        asset.body().ifPresent(body -> languages(asset.key().value(), body));
        if (asset.kind() == Asset.Kind.SMS_TEMPLATE) {
            asset.body().ifPresent(body -> smsLength(asset, body));
        }
        boolean used =
                tags.tags().stream()
                        .anyMatch(tag -> tag.asset().filter(asset.key()::equals).isPresent());
        // No tag ever stands for people.
        if (!used && asset.kind() != Asset.Kind.AUDIENCE_PACK) {
            add(
                    Severity.NOTE,
                    asset.key().value(),
                    Problem.of("problem.lint.unusedAsset", asset.name()));
        }
    }

    private void smsLength(Asset asset, LocalizedText body) {
        body.byLanguage()
                .forEach(
                        (language, text) -> {
                            TextLength length = TextLength.sms(text);
                            if (!length.isOne()) {
                                add(
                                        Severity.WARNING,
                                        asset.key().value(),
                                        Problem.of(
                                                "problem.lint.longSms",
                                                asset.name(),
                                                language,
                                                length.units(),
                                                length.most(),
                                                length.parts()));
                            }
                        });
    }

    private void languages(String subject, LocalizedText text) {
        for (Locale language : Texts.LANGUAGES) {
            if (!text.byLanguage().containsKey(language.getLanguage())) {
                add(
                        Severity.WARNING,
                        subject,
                        Problem.of(
                                "problem.lint.language",
                                subject,
                                text.in(Locale.ENGLISH),
                                language.getLanguage()));
            }
        }
    }

    private void add(Severity severity, Tag tag, String key, Object... more) {
        List<Object> args = new ArrayList<>(List.of(tag.name()));
        args.addAll(List.of(more));
        add(severity, tag, new Problem(key, args));
    }

    private void add(Severity severity, Tag tag, Problem problem) {
        add(severity, tag.key().value(), problem);
    }

    private void add(Severity severity, String subject, Problem problem) {
        findings.add(new TagFinding(severity, subject, problem));
    }
}
