package io.marquetry.cli.asset;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.AssetUse;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code asset list}: all assets, or those of one kind, with where they stand. */
@Command(name = "list")
public final class AssetListCommand extends WorkspaceCommand {

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "cli.asset.kind")
    private Asset.@Nullable Kind kind;

    public AssetListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<GovernedAsset> assets =
                workspace.assets().assets().values().stream()
                        .filter(asset -> kind == null || asset.asset().kind() == kind)
                        .toList();
        Map<AssetKey, AssetUse> uses = workspace.assets().uses();
        Map<AssetKey, List<Problem>> findings = workspace.assets().findings(assets, uses);
        if (output.isJson()) {
            output.json(
                    assets.stream()
                            .map(asset -> json(asset, use(uses, asset), found(findings, asset)))
                            .toList());
        } else if (assets.isEmpty()) {
            output.remark(texts().get("cli.asset.none"));
        } else {
            table(assets, uses, findings).lines().forEach(output::line);
        }
        return 0;
    }

    private static AssetUse use(Map<AssetKey, AssetUse> uses, GovernedAsset asset) {
        return uses.getOrDefault(asset.key(), AssetUse.NONE);
    }

    private static List<Problem> found(Map<AssetKey, List<Problem>> findings, GovernedAsset asset) {
        return findings.getOrDefault(asset.key(), List.of());
    }

    private TextTable table(
            List<GovernedAsset> assets,
            Map<AssetKey, AssetUse> uses,
            Map<AssetKey, List<Problem>> findings) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.tag.key"),
                                texts().get("asset.kind"),
                                texts().get("cli.tag.name"),
                                texts().get("cli.tag.stateTitle"),
                                texts().get("cli.tag.ownerTitle"),
                                texts().get("cli.asset.usedTitle"),
                                texts().get("cli.asset.findingTitle")),
                        Set.of(5, 6));
        for (GovernedAsset asset : assets) {
            table.add(
                    asset.key().value(),
                    texts().get("asset.kind." + asset.asset().kind()),
                    asset.asset().name().in(texts().locale()),
                    texts().get("life." + asset.care().state()),
                    asset.care().owner().orElse("-"),
                    Integer.toString(use(uses, asset).packages().size()),
                    Integer.toString(found(findings, asset).size()));
        }
        return table;
    }

    private Map<String, Object> json(GovernedAsset asset, AssetUse use, List<Problem> findings) {
        Map<String, Object> tree = new LinkedHashMap<>(AssetShowCommand.json(asset, use));
        tree.put("findings", findings.stream().map(texts()::sentence).toList());
        return tree;
    }
}
