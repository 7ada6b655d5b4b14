package io.marquetry.cli.audience;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Overlap;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code audience overlap}: who would be contacted by several packages. */
@Command(name = "overlap")
public final class AudienceOverlapCommand extends WorkspaceCommand {

    @Parameters(arity = "2..*", paramLabel = "PACKAGE", descriptionKey = "cli.overlap.packages")
    private List<String> keys = new ArrayList<>();

    public AudienceOverlapCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<AssetPackage> packages =
                keys.stream()
                        .map(PackageKey::parse)
                        .map(key -> workspace.packages().get(key).current())
                        .toList();
        if (packages.stream().map(AssetPackage::source).distinct().count() > 1) {
            throw Problem.of("problem.overlap.sources").asException();
        }
        MembershipIndex index =
                workspace
                        .audiences()
                        .indexes()
                        .index(
                                packages.getFirst().source(),
                                workspace.tags().catalog(),
                                done -> {},
                                new CancelSignal());
        List<AudienceExpression.AllOf> audiences =
                packages.stream().map(AssetPackage::audience).toList();
        Overlap overlap = Overlap.of(index, audiences);
        List<Overlap.Combination> combinations =
                audiences.size() > Overlap.MAX_COMBINED
                        ? List.of()
                        : Overlap.combinations(index, audiences);
        if (output.isJson()) {
            output.json(json(overlap, combinations));
        } else {
            print(overlap, combinations, output);
        }
        return 0;
    }

    private void print(
            Overlap overlap, List<Overlap.Combination> combinations, CommandOutput output) {
        TextTable pairs =
                new TextTable(
                        List.of(
                                texts().get("cli.overlap.first"),
                                texts().get("cli.overlap.second"),
                                texts().get("compose.overlap.size"),
                                texts().get("compose.overlap.size"),
                                texts().get("compose.overlap.shared")),
                        Set.of(2, 3, 4));
        for (int a = 0; a < keys.size(); a++) {
            for (int b = a + 1; b < keys.size(); b++) {
                pairs.add(
                        keys.get(a),
                        keys.get(b),
                        number(overlap.sizes().get(a)),
                        number(overlap.sizes().get(b)),
                        number(overlap.pairs().get(a).get(b)));
            }
        }
        pairs.lines().forEach(output::line);
        if (!combinations.isEmpty()) {
            TextTable all =
                    new TextTable(
                            List.of(
                                    texts().get("cli.overlap.just"),
                                    texts().get("compose.overlap.size")),
                            Set.of(1));
            combinations.forEach(
                    c ->
                            all.add(
                                    c.members().stream()
                                            .map(keys::get)
                                            .collect(Collectors.joining(" + ")),
                                    number(c.profiles())));
            all.lines().forEach(output::line);
        }
        output.line(texts().get("cli.overlap.sum", overlap.reached(), overlap.repeated()));
    }

    private String number(long number) {
        return texts().get("cli.number", number);
    }

    private Map<String, Object> json(Overlap overlap, List<Overlap.Combination> combinations) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Map<String, Object>> sizes = new ArrayList<>();
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (int a = 0; a < keys.size(); a++) {
            sizes.add(ordered("package", keys.get(a), "audience", overlap.sizes().get(a)));
            for (int b = a + 1; b < keys.size(); b++) {
                pairs.add(
                        ordered(
                                "packages",
                                List.of(keys.get(a), keys.get(b)),
                                "shared",
                                overlap.pairs().get(a).get(b)));
            }
        }
        tree.put("sizes", sizes);
        tree.put("pairs", pairs);
        tree.put(
                "combinations",
                combinations.stream()
                        .map(
                                c ->
                                        ordered(
                                                "packages",
                                                c.members().stream().map(keys::get).toList(),
                                                "only",
                                                c.profiles()))
                        .toList());
        tree.put("reached", overlap.reached());
        tree.put("repeated", overlap.repeated());
        tree.put("asOf", overlap.snapshot().asOf().toString());
        tree.put("source", overlap.snapshot().source().value());
        return tree;
    }

    private static Map<String, Object> ordered(
            String first, Object value, String second, Object other) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(first, value);
        tree.put(second, other);
        return tree;
    }
}
