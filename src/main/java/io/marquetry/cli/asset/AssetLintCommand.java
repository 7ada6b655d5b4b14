package io.marquetry.cli.asset;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code asset lint}: what somebody should look at: over, used up, deprecated, too long, nobody's.
 */
@Command(name = "lint")
public final class AssetLintCommand extends WorkspaceCommand {

    public AssetLintCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Collection<GovernedAsset> assets = workspace.assets().assets().values();
        Map<AssetKey, List<Problem>> findings =
                workspace.assets().findings(assets, workspace.assets().uses());
        if (output.isJson()) {
            List<Object> lines = new ArrayList<>();
            findings.forEach((key, problems) -> problems.forEach(one -> lines.add(json(key, one))));
            output.json(lines);
            return 0;
        }
        findings.forEach(
                (key, problems) ->
                        problems.forEach(
                                one -> output.line(key.value() + "  " + texts().sentence(one))));
        output.remark(
                texts().get(
                                "cli.asset.findings",
                                assets.size(),
                                findings.values().stream().mapToInt(List::size).sum()));
        return 0;
    }

    private Map<String, Object> json(AssetKey key, Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", key.value());
        tree.put("code", problem.key());
        tree.put("message", texts().sentence(problem));
        return tree;
    }
}
