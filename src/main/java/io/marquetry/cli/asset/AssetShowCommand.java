package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Coupon;
import io.marquetry.asset.Picture;
import io.marquetry.asset.Template;
import io.marquetry.asset.TextLength;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.cli.common.TrailsShown;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.AssetUse;
import io.marquetry.govern.AssetVersion;
import io.marquetry.govern.Care;
import io.marquetry.govern.CareJson;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.handoff.AssetJson;
import io.marquetry.overview.Traced;
import io.marquetry.overview.Trail;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code asset show}: one asset, where it is used and what it said. */
@Command(name = "show")
public final class AssetShowCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    public AssetShowCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        GovernedAsset governed = workspace.assets().get(AssetKey.parse(require(key)));
        AssetUse use = workspace.assets().uses().getOrDefault(governed.key(), AssetUse.NONE);
        List<Trail> trails =
                workspace.trails().of(new Traced.OfAsset(governed.key()), new CancelSignal());
        TrailsShown shown = new TrailsShown(texts());
        if (output.isJson()) {
            Map<String, Object> tree = json(governed, use);
            tree.put("trail", shown.json(trails));
            output.json(tree);
            return 0;
        }
        Asset asset = governed.asset();
        line(output, "cli.tag.key", asset.key().value());
        line(output, "asset.kind", texts().get("asset.kind." + asset.kind()));
        asset.name()
                .byLanguage()
                .forEach((language, name) -> line(output, "cli.tag.name", language + ": " + name));
        asset.body()
                .ifPresent(
                        body ->
                                body.byLanguage()
                                        .forEach(
                                                (language, text) ->
                                                        text(output, asset, language, text)));
        asset.facts()
                .forEach(
                        (name, value) ->
                                output.line(
                                        texts().get(
                                                        "cli.asset.fact",
                                                        Coupon.FACTS.contains(name)
                                                                ? texts().get("asset.fact." + name)
                                                                : name,
                                                        value)));
        for (Picture picture : asset.pictures()) {
            line(
                    output,
                    "cli.asset.picture",
                    texts().get(
                                    "cli.picture.line",
                                    picture.type().name(),
                                    (picture.size() + 1023) / 1024,
                                    picture.text()
                                            .map(words -> words.in(texts().locale()))
                                            .orElse("-")));
        }
        care(output, governed.care());
        use.tags().forEach(tag -> line(output, "cli.asset.tag", tag.key().value()));
        use.packages().forEach(pack -> line(output, "cli.tag.usedIn", pack.key().value()));
        use.versions()
                .forEach(
                        version ->
                                line(
                                        output,
                                        "cli.tag.usedIn",
                                        version.key().value() + " v" + version.number()));
        shown.lines(trails, output);
        for (AssetVersion version : workspace.assets().versions(governed.key())) {
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

    private void text(CommandOutput output, Asset asset, String language, String text) {
        line(output, "cli.asset.text", language + ": " + text);
        TextLength length = TextLength.of(asset.kind(), text);
        output.line(
                texts().get(
                                "asset.measured." + length.alphabet(),
                                length.units(),
                                length.parts(),
                                length.most()));
        List<String> fields = List.copyOf(new Template(text).fields());
        if (!fields.isEmpty()) {
            line(output, "cli.asset.fields", String.join(", ", fields));
        }
    }

    private void care(CommandOutput output, Care care) {
        line(output, "cli.tag.stateTitle", texts().get("life." + care.state()));
        care.owner().ifPresent(owner -> line(output, "cli.tag.ownerTitle", owner));
        care.team().ifPresent(team -> line(output, "cli.tag.teamTitle", team));
        care.validFrom().ifPresent(day -> line(output, "cli.tag.fromTitle", day.toString()));
        care.validUntil().ifPresent(day -> line(output, "cli.tag.untilTitle", day.toString()));
        care.successor().ifPresent(next -> line(output, "cli.tag.successorTitle", next));
        care.reason().ifPresent(why -> line(output, "cli.tag.reasonTitle", why));
    }

    private void line(CommandOutput output, String title, String text) {
        output.line(texts().get(title) + ": " + text);
    }

    static Map<String, Object> json(GovernedAsset governed, AssetUse use) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asset", PlainJson.of(AssetJson.write(governed.asset())));
        tree.put("care", PlainJson.of(CareJson.write(governed.care())));
        tree.put("revision", governed.revision().number());
        tree.put("tags", use.tags().stream().map(tag -> tag.key().value()).toList());
        tree.put("packages", use.packages().stream().map(pack -> pack.key().value()).toList());
        tree.put(
                "versions",
                use.versions().stream().map(v -> v.key().value() + " v" + v.number()).toList());
        return tree;
    }
}
