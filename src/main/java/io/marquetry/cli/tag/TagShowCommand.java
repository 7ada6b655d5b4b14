package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.cli.common.TrailsShown;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.stats.Share;
import io.marquetry.govern.Care;
import io.marquetry.govern.CareJson;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.TagVersion;
import io.marquetry.govern.WhereUsed;
import io.marquetry.handoff.TagJson;
import io.marquetry.handoff.TagRuleJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.overview.TagResults;
import io.marquetry.overview.Traced;
import io.marquetry.overview.Trail;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code tag show}: one tag with its rule. */
@Command(name = "show")
public final class TagShowCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.tag.keyOption")
    private @Nullable String key;

    public TagShowCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        TagKey wanted = TagKey.parse(require(key));
        GovernedTag governed = workspace.centre().tags().get(wanted);
        Tag tag = governed.tag();
        Map<TagKey, WhereUsed> uses = workspace.centre().uses();
        WhereUsed used = Objects.requireNonNull(uses.get(tag.key()), "listed");
        List<Trail> trails = workspace.trails().of(new Traced.OfTag(tag.key()), new CancelSignal());
        TrailsShown shown = new TrailsShown(texts());
        if (output.isJson()) {
            output.json(json(governed, used, shown.json(trails)));
            return 0;
        }
        line(output, "cli.tag.key", tag.key().value());
        line(output, "cli.tag.categoryTitle", texts().get("problem.category." + tag.category()));
        line(output, "cli.tag.name", tag.name().in(texts().locale()));
        line(output, "cli.tag.topic", tag.topic().in(texts().locale()));
        tag.description()
                .ifPresent(d -> line(output, "cli.tag.description", d.in(texts().locale())));
        tag.rule().ifPresent(r -> line(output, "cli.tag.meaning", new RuleWords(texts()).of(r)));
        tag.rule()
                .ifPresent(
                        r ->
                                line(
                                        output,
                                        "cli.tag.rule",
                                        CanonicalJson.write(TagRuleJson.write(r))));
        tag.asset().ifPresent(asset -> line(output, "cli.tag.asset", asset.value()));
        care(output, governed.care());
        used.packages().forEach(pack -> line(output, "cli.tag.usedIn", pack.key().value()));
        used.versions()
                .forEach(
                        version ->
                                line(
                                        output,
                                        "cli.tag.usedIn",
                                        version.key().value() + " v" + version.number()));
        used.tags().forEach(other -> line(output, "cli.tag.usedIn", other.value()));
        used.wanted().forEach(one -> line(output, "cli.tag.wantedBy", one.key()));
        used.sent()
                .forEach(
                        sent ->
                                line(
                                        output,
                                        "cli.tag.wentOut",
                                        sent.pack().value()
                                                + " v"
                                                + sent.version()
                                                + " "
                                                + sent.on()));
        Optional.ofNullable(workspace.tagResults().of(uses, new CancelSignal()).get(tag.key()))
                .ifPresent(result -> achieved(output, result));
        LocalDate today = workspace.centre().today();
        output.line(
                texts().get(
                                "cli.tag.heat",
                                used.uses(today, 7),
                                used.uses(today, 30),
                                used.uses(today, 90)));
        shown.lines(trails, output);
        for (TagVersion version : workspace.centre().versions(tag.key())) {
            output.line(
                    texts().get(
                                    "cli.tag.version",
                                    version.number(),
                                    version.madeAt().map(Instant::toString).orElse("-"),
                                    version.madeBy().orElse("-"),
                                    texts().get("life." + version.care().state())));
        }
        return 0;
    }

    private void achieved(CommandOutput output, TagResults.Result result) {
        result.hit().ifPresent(share -> share(output, "govern.achieved.hit", share));
        result.conversion().ifPresent(share -> share(output, "govern.achieved.conversion", share));
    }

    private void share(CommandOutput output, String key, Share share) {
        output.line(texts().get(key, share.value(), share.count(), share.of()));
    }

    private void care(CommandOutput output, Care care) {
        line(output, "cli.tag.stateTitle", texts().get("life." + care.state()));
        care.owner().ifPresent(owner -> line(output, "cli.tag.ownerTitle", owner));
        care.team().ifPresent(team -> line(output, "cli.tag.teamTitle", team));
        care.scenario()
                .ifPresent(s -> line(output, "cli.tag.scenarioTitle", s.in(texts().locale())));
        care.validFrom().ifPresent(day -> line(output, "cli.tag.fromTitle", day.toString()));
        care.validUntil().ifPresent(day -> line(output, "cli.tag.untilTitle", day.toString()));
        care.successor().ifPresent(next -> line(output, "cli.tag.successorTitle", next));
        care.reason().ifPresent(why -> line(output, "cli.tag.reasonTitle", why));
    }

    private static Map<String, Object> json(
            GovernedTag governed, WhereUsed used, List<Object> trail) {
        JsonMembers members = new JsonMembers();
        TagJson.write(governed.tag()).byName().forEach(members::put);
        members.put("care", CareJson.write(governed.care()))
                .put("packages", used.packages(), pack -> Json.text(pack.key().value()))
                .put(
                        "versions",
                        used.versions(),
                        v -> Json.text(v.key().value() + " v" + v.number()))
                .put("tags", used.tags(), other -> Json.text(other.value()))
                .put("requirements", used.wanted(), one -> Json.text(one.key()));
        Map<String, Object> tree = new LinkedHashMap<>();
        members.done().byName().forEach((name, value) -> tree.put(name, PlainJson.of(value)));
        tree.put("trail", trail);
        return tree;
    }

    private void line(CommandOutput output, String title, String text) {
        output.line(texts().get(title) + ": " + text);
    }
}
