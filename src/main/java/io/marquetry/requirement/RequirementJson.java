package io.marquetry.requirement;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Requirements as JSON. */
public final class RequirementJson {

    private RequirementJson() {}

    /** Writes one. */
    public static Json.Members write(Requirement wanted) {
        return new JsonMembers()
                .put("key", wanted.key().value())
                .put("goal", wanted.goal())
                .put("audience", wanted.audience(), Json::text)
                .put("channel", wanted.channel(), Json::text)
                .put("budget", wanted.budget(), amount -> Json.text(amount.toPlainString()))
                .put("from", wanted.from(), day -> Json.text(day.toString()))
                .put("until", wanted.until(), day -> Json.text(day.toString()))
                .put("owner", wanted.owner(), Json::text)
                .put("accepted", wanted.accepted(), RequirementJson::accepted)
                .put("missing", wanted.missing(), RequirementJson::missing)
                .put("package", wanted.pack(), pack -> Json.text(pack.value()))
                .done();
    }

    private static Json accepted(Requirement.Accepted accepted) {
        return new JsonMembers()
                .put("tag", accepted.tag().value())
                .put("excluded", new Json.Truth(accepted.excluded()))
                .done();
    }

    private static Json missing(Requirement.Missing missing) {
        return new JsonMembers()
                .put("words", missing.words())
                .put("draft", missing.draft(), tag -> Json.text(tag.value()))
                .done();
    }

    /** Reads one. */
    public static Requirement read(JsonView view) {
        return new Requirement(
                new RequirementKey(view.get("key").text()),
                view.get("goal").text(),
                text(view, "audience"),
                text(view, "channel"),
                text(view, "budget").map(BigDecimal::new),
                text(view, "from").map(LocalDate::parse),
                text(view, "until").map(LocalDate::parse),
                text(view, "owner"),
                view.get("accepted")
                        .items(
                                item ->
                                        new Requirement.Accepted(
                                                new TagKey(item.get("tag").text()),
                                                item.get("excluded").truth())),
                view.get("missing")
                        .items(
                                item ->
                                        new Requirement.Missing(
                                                item.get("words").text(),
                                                text(item, "draft").map(TagKey::new))),
                text(view, "package").map(PackageKey::new));
    }

    private static Optional<String> text(JsonView view, String name) {
        return view.find(name).map(JsonView::text);
    }
}
