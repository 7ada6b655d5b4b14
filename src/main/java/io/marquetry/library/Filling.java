package io.marquetry.library;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.TagReplacement;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what can be asked for in a template, and fills it in. */
public final class Filling {

    private static final BigDecimal TIMES = BigDecimal.TEN;
    private static final int LONGEST = 3_650;

    private final TagCatalog tags;

    /** Knows these tags. */
    public Filling(TagCatalog tags) {
        this.tags = tags;
    }

    /**
     * A template that was filled in.
     *
     * @param made tags that it needs and nobody had made: rules with other numbers
     */
    public record Filled(AssetPackage pack, List<Tag> made) {

        /** Copies the tags. */
        public Filled {
            made = List.copyOf(made);
        }
    }

    /**
     * Returns everything of a package that can be a parameter: numbers and windows of its audience,
     * tags that others of their dimension can stand for, benefits, and what is read.
     */
    public List<Parameter> offered(AssetPackage pack) {
        List<Parameter> offered = new ArrayList<>();
        List<Leaf> leaves = leaves(pack);
        for (int i = 0; i < leaves.size(); i++) {
            List<RuleNumbers.Spot> spots =
                    rule(leaves.get(i)).map(RuleNumbers::in).orElse(List.of());
            boolean asked = false;
            for (int j = 0; j < spots.size(); j++) {
                if (!isTrivial(spots.get(j))) {
                    asked = true;
                    String name = name(leaves.get(i), i) + kind(spots.get(j));
                    boolean twice = offered.stream().anyMatch(one -> one.name().equals(name));
                    offered.add(amount(twice ? name + (j + 1) : name, i, j, spots));
                }
            }
            if (!asked && leaves.get(i) instanceof TagRef(TagKey tag)) {
                slot(Parameter.SlotKind.TAG, tag).ifPresent(offered::add);
            }
        }
        pack.benefits()
                .forEach(tag -> slot(Parameter.SlotKind.BENEFIT, tag).ifPresent(offered::add));
        pack.contents()
                .forEach(tag -> slot(Parameter.SlotKind.CHANNEL, tag).ifPresent(offered::add));
        return List.copyOf(offered);
    }

    /** “At least once” and “never” are no numbers that anybody would set. */
    private static boolean isTrivial(RuleNumbers.Spot spot) {
        return spot.unit().isEmpty()
                && (spot.number().signum() == 0 || spot.number().compareTo(BigDecimal.ONE) == 0);
    }

    private static String kind(RuleNumbers.Spot spot) {
        return spot.unit()
                .map(unit -> "." + unit.name().toLowerCase(Locale.ROOT))
                .orElse(".number");
    }

    private Optional<Parameter> slot(Parameter.SlotKind kind, TagKey tag) {
        Parameter.Slot slot = new Parameter.Slot(tag.value(), kind, tag);
        return choices(slot).size() > 1 ? Optional.of(slot) : Optional.empty();
    }

    private static Parameter amount(
            String name, int leaf, int place, List<RuleNumbers.Spot> spots) {
        RuleNumbers.Spot spot = spots.get(place);
        BigDecimal number = spot.number();
        boolean window = spot.unit().isPresent();
        BigDecimal low = window ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal high = number.abs().max(BigDecimal.ONE).multiply(TIMES);
        return new Parameter.Amount(
                name,
                leaf,
                place,
                number,
                number.min(number.signum() < 0 ? high.negate() : low),
                window ? high.min(BigDecimal.valueOf(LONGEST)).max(number) : high,
                spot.unit());
    }

    /** Returns the tags that can be put into a slot, in the order of their keys. */
    public List<Tag> choices(Parameter.Slot slot) {
        return tags.tags().stream()
                .filter(
                        tag ->
                                switch (slot.kind()) {
                                    case TAG ->
                                            tag.category() == Category.AUDIENCE
                                                    && tag.key().type().equals(slot.tag().type())
                                                    && tag.key()
                                                            .dimension()
                                                            .equals(slot.tag().dimension());
                                    case BENEFIT -> tag.category() == Category.BENEFIT;
                                    case CHANNEL -> tag.category() == Category.CONTENT;
                                })
                .toList();
    }

    /**
     * Fills a template in.
     *
     * @param given by the name of the parameter; all have to be there, and no others
     * @throws io.marquetry.base.ProblemException if one is missing, unknown, out of its range, or
     *     no tag of its kind
     */
    public Filled filled(
            AssetPackage template, List<Parameter> parameters, Map<String, String> given) {
        refuseOthers(parameters, given);
        List<Leaf> leaves = leaves(template);
        Map<Integer, TagRule> rules = new TreeMap<>();
        AssetPackage pack = template;
        for (Parameter parameter : parameters) {
            String value = given.getOrDefault(parameter.name(), "").strip();
            switch (parameter) {
                case Parameter.Slot slot ->
                        pack = TagReplacement.merged(pack, slot.tag(), chosen(slot, value));
                case Parameter.Amount amount -> {
                    BigDecimal number = number(amount, value);
                    if (number.compareTo(amount.number()) != 0) {
                        TagRule before =
                                rules.getOrDefault(amount.leaf(), rule(leaves, amount.leaf()));
                        rules.put(amount.leaf(), RuleNumbers.with(before, amount.place(), number));
                    }
                }
            }
        }
        List<Tag> made = new ArrayList<>();
        for (Map.Entry<Integer, TagRule> changed : rules.entrySet()) {
            Leaf old = leaves.get(changed.getKey());
            Leaf now =
                    switch (old) {
                        case Condition _ -> new Condition((TagRule.OnField) changed.getValue());
                        case TagRef(TagKey tag) ->
                                new TagRef(tagOf(tags.get(tag), changed.getValue(), made));
                    };
            pack = pack.withAudience((AllOf) replaced(pack.audience(), old, now));
        }
        return new Filled(pack, made);
    }

    private static void refuseOthers(List<Parameter> parameters, Map<String, String> given) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (String name : names) {
            if (given.getOrDefault(name, "").isBlank()) {
                throw Problem.of("problem.parameter.missing", name).asException();
            }
        }
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw Problem.of("problem.parameter.unknown", name, String.join(", ", names))
                        .asException();
            }
        }
    }

    private TagKey chosen(Parameter.Slot slot, String value) {
        return choices(slot).stream()
                .map(Tag::key)
                .filter(key -> key.value().equals(value))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.parameter.noChoice",
                                                slot.name(),
                                                value,
                                                slot.word())
                                        .asException());
    }

    private static BigDecimal number(Parameter.Amount amount, String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw outOfRange(amount, value);
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (number.compareTo(amount.low()) < 0
                || number.compareTo(amount.high()) > 0
                || amount.unit().isPresent() && !whole
                || number.precision() > 30
                || number.scale() > 20) {
            throw outOfRange(amount, value);
        }
        return number;
    }

    private static RuntimeException outOfRange(Parameter.Amount amount, String value) {
        return Problem.of(
                        "problem.parameter.range",
                        amount.name(),
                        value,
                        amount.low().toPlainString(),
                        amount.high().toPlainString())
                .asException();
    }

    /** Returns the tag with this rule; makes one where there is none. */
    private TagKey tagOf(Tag like, TagRule rule, List<Tag> made) {
        Optional<TagKey> there =
                tags.tags().stream()
                        .filter(tag -> tag.rule().equals(Optional.of(rule)))
                        .map(Tag::key)
                        .findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        Tag next = named(like, rule, made);
        made.add(next);
        return next.key();
    }

    private Tag named(Tag like, TagRule rule, List<Tag> made) {
        List<RuleNumbers.Spot> before = RuleNumbers.in(like.rule().orElseThrow());
        List<RuleNumbers.Spot> after = RuleNumbers.in(rule);
        String attribute = like.key().attribute();
        LocalizedText name = like.name();
        for (int i = 0; i < before.size(); i++) {
            String old = before.get(i).number().toPlainString();
            String now = after.get(i).number().toPlainString();
            if (!old.equals(now)) {
                attribute = swapped(attribute, latin(old), latin(now), latin(now));
                LocalizedText called = name;
                for (Map.Entry<String, String> text : name.byLanguage().entrySet()) {
                    called =
                            called.with(
                                    Locale.of(text.getKey()),
                                    swapped(text.getValue(), old, now, " (" + now + ")"));
                }
                name = called;
            }
        }
        TagKey key = free(like.key(), attribute, made);
        return new Tag(
                key,
                like.category(),
                name,
                like.topic(),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }

    private TagKey free(TagKey like, String attribute, List<Tag> made) {
        String stem = like.type() + "_" + like.dimension() + "_";
        String wanted =
                stem
                        + attribute.substring(
                                0,
                                Math.min(
                                        attribute.length(), TagKey.MAX_LENGTH - stem.length() - 3));
        TagKey key = new TagKey(wanted);
        for (int i = 2; isTaken(key, made); i++) {
            key = new TagKey(wanted + "x" + i);
        }
        return key;
    }

    private boolean isTaken(TagKey key, List<Tag> made) {
        return tags.find(key).isPresent() || made.stream().anyMatch(tag -> tag.key().equals(key));
    }

    private static String latin(String number) {
        return number.replace("-", "minus").replace(".", "p");
    }

    /** Puts one number in the place of another that stands there alone; else adds it. */
    private static String swapped(String text, String old, String now, String added) {
        Matcher place =
                Pattern.compile("(?<![0-9.,])" + Pattern.quote(old) + "(?![0-9]|[.,][0-9])")
                        .matcher(text);
        return place.find() ? place.replaceFirst(Matcher.quoteReplacement(now)) : text + added;
    }

    private static List<Leaf> leaves(AssetPackage pack) {
        return List.copyOf(Expressions.leavesIn(pack.audience()));
    }

    private TagRule rule(List<Leaf> leaves, int at) {
        return leaves.size() > at
                ? rule(leaves.get(at)).orElseThrow(Filling::gone)
                : Optional.<TagRule>empty().orElseThrow(Filling::gone);
    }

    private static RuntimeException gone() {
        return Problem.of("problem.parameter.gone").asException();
    }

    private Optional<TagRule> rule(Leaf leaf) {
        return switch (leaf) {
            case Condition condition -> Optional.of(condition.rule());
            case TagRef(TagKey tag) -> tags.find(tag).flatMap(Tag::rule);
        };
    }

    private static String name(Leaf leaf, int at) {
        return switch (leaf) {
            case Condition condition -> condition.rule().field() + "." + (at + 1);
            case TagRef(TagKey tag) -> tag.value();
        };
    }

    private static AudienceExpression replaced(AudienceExpression at, Leaf old, Leaf now) {
        return switch (at) {
            case Leaf leaf -> leaf.equals(old) ? now : leaf;
            case Group group ->
                    group.withMembers(
                            group.members().stream().map(m -> replaced(m, old, now)).toList());
        };
    }
}
