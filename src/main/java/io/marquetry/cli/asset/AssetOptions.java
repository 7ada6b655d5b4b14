package io.marquetry.cli.asset;

import io.marquetry.asset.Asset;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.govern.Care;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** What commands say of an asset; what is not told stays, a blank takes away. */
final class AssetOptions {

    @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "cli.asset.name")
    private @Nullable String name;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "cli.asset.textOption")
    private @Nullable String text;

    @Option(names = "--fact", paramLabel = "NAME=VALUE", descriptionKey = "cli.asset.factOption")
    private List<String> facts = List.of();

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "cli.asset.owner")
    private @Nullable String owner;

    @Option(names = "--team", paramLabel = "NAME", descriptionKey = "cli.asset.team")
    private @Nullable String team;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "cli.asset.from")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "cli.asset.until")
    private @Nullable LocalDate until;

    /** Returns the asset with what is told of it in a language. */
    Asset said(Asset before, Locale locale) {
        TreeMap<String, String> described = new TreeMap<>(before.facts());
        for (String fact : facts) {
            int equals = fact.indexOf('=');
            if (equals < 1) {
                throw Problem.of("problem.asset.fact", fact).asException();
            }
            String called = fact.substring(0, equals).strip();
            String value = fact.substring(equals + 1).strip();
            if (value.isEmpty()) {
                described.remove(called);
            } else {
                described.put(called, value);
            }
        }
        Optional<LocalizedText> body =
                text == null ? before.body() : body(before.body(), text, locale);
        return new Asset(
                before.key(),
                before.kind(),
                name == null || name.isBlank() ? before.name() : before.name().with(locale, name),
                body,
                described,
                before.pictures());
    }

    private static Optional<LocalizedText> body(
            Optional<LocalizedText> before, String told, Locale locale) {
        return told.isBlank()
                ? Optional.empty()
                : Optional.of(
                        before.map(words -> words.with(locale, told))
                                .orElseGet(() -> LocalizedText.of(locale, told)));
    }

    /** Returns how it is kept with what is told of that. */
    Care kept(Care before) {
        Care next = before;
        if (owner != null) {
            next = next.withOwner(person(owner));
        }
        if (team != null) {
            next = next.withTeam(person(team));
        }
        Optional<LocalDate> first = Optional.ofNullable(from).or(before::validFrom);
        Optional<LocalDate> last = Optional.ofNullable(until).or(before::validUntil);
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            throw Problem.of(
                            "problem.govern.validity",
                            first.get().toString(),
                            last.get().toString())
                    .asException();
        }
        return next.withValidity(first, last);
    }

    /** Returns the name, if one is told. */
    Optional<String> name() {
        return Optional.ofNullable(name).filter(told -> !told.isBlank());
    }

    private static Optional<String> person(String told) {
        String stripped = told.strip();
        if (stripped.length() > Care.MAX_NAME) {
            throw Problem.of("problem.govern.name", stripped, Care.MAX_NAME).asException();
        }
        return Optional.of(stripped).filter(n -> !n.isEmpty());
    }
}
