package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.cli.common.WorkspaceCommand;
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
import java.util.Objects;

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
        WhereUsed used = Objects.requireNonNull(workspace.centre().uses().get(tag.key()), "listed");
        if (output.isJson()) {
            output.json(json(governed, used));
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
        LocalDate today = workspace.centre().today();
        output.line(
                texts().get(
                                "cli.tag.heat",
                                used.uses(today, 7),
                                used.uses(today, 30),
                                used.uses(today, 90)));
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

    private static Object json(GovernedTag governed, WhereUsed used) {
        JsonMembers members = new JsonMembers();
        TagJson.write(governed.tag()).byName().forEach(members::put);
        return PlainJson.of(
                members.put("care", CareJson.write(governed.care()))
                        .put("packages", used.packages(), pack -> Json.text(pack.key().value()))
                        .put(
                                "versions",
                                used.versions(),
                                v -> Json.text(v.key().value() + " v" + v.number()))
                        .put("tags", used.tags(), other -> Json.text(other.value()))
                        .done());
    }

    private void line(CommandOutput output, String title, String text) {
        output.line(texts().get(title) + ": " + text);
    }
}
