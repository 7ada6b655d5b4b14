package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Filled;
import io.marquetry.asset.Template;
import io.marquetry.asset.TextLength;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.audience.AudienceChoice;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.proof.Proof;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code asset proof}: what a text comes to for everybody of an audience, and for one of them. */
@Command(name = "proof")
public final class AssetProofCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    @Mixin private AudienceChoice choice = new AudienceChoice();

    @Option(names = "--person", paramLabel = "KEY", descriptionKey = "cli.asset.person")
    private @Nullable String person;

    @Option(names = "--fill", paramLabel = "NAME=VALUE", descriptionKey = "cli.asset.fill")
    private List<String> fill = List.of();

    public AssetProofCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Asset asset = workspace.assets().get(AssetKey.parse(require(key))).asset();
        AudienceChoice.Chosen chosen = choice.of(workspace);
        Map<String, String> fixed = PlanText.fixed(String.join(";", fill));
        Proof proof =
                workspace
                        .proofs()
                        .of(
                                asset,
                                texts().locale(),
                                chosen.source(),
                                Optional.of(chosen.audience()),
                                chosen.tags(),
                                fixed,
                                new CancelSignal());
        Optional<Filled> shown = shown(workspace, asset, chosen, fixed);
        if (output.isJson()) {
            output.json(json(proof, shown));
        } else {
            print(proof, output);
            shown.ifPresent(text -> print(asset, text, output));
        }
        return 0;
    }

    private Optional<Filled> shown(
            Workspace workspace,
            Asset asset,
            AudienceChoice.Chosen chosen,
            Map<String, String> fixed) {
        if (person == null) {
            return Optional.empty();
        }
        Map<String, String> known =
                workspace
                        .audiences()
                        .readers()
                        .reader(chosen.source())
                        .person(person, new CancelSignal());
        if (known.isEmpty()) {
            throw Problem.of("problem.person.unknown").asException();
        }
        return Optional.of(
                Filled.of(
                        new Template(asset.body().orElseThrow().in(texts().locale())).with(fixed),
                        known));
    }

    private void print(Asset asset, Filled shown, CommandOutput output) {
        output.line(shown.text());
        TextLength length = TextLength.of(asset.kind(), shown.text());
        output.line(
                texts().get(
                                "asset.measured." + length.alphabet(),
                                length.units(),
                                length.parts(),
                                length.most()));
    }

    private void print(Proof proof, CommandOutput output) {
        output.line(
                texts().get(
                                "proof.people",
                                proof.people(),
                                proof.messages(),
                                proof.took().toMillis()));
        for (Proof.Field field : proof.fields()) {
            output.line(
                    texts().get(
                                    !field.known()
                                            ? "proof.unknown"
                                            : field.saved() ? "proof.saved" : "proof.missing",
                                    field.name(),
                                    field.missing()));
        }
        proof.parts()
                .forEach((parts, people) -> output.line(texts().get("proof.parts", parts, people)));
        proof.alphabets()
                .forEach(
                        (alphabet, people) ->
                                output.line(texts().get("proof.alphabet." + alphabet, people)));
        if (proof.cut() > 0) {
            output.line(texts().get("proof.cut", proof.cut()));
        }
    }

    private static Map<String, Object> json(Proof proof, Optional<Filled> shown) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("people", proof.people());
        tree.put("messages", proof.messages());
        tree.put("otherwise", proof.otherwise());
        tree.put("open", proof.open());
        tree.put(
                "fields",
                proof.fields().stream()
                        .map(
                                field -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("field", field.name());
                                    one.put("known", field.known());
                                    one.put("missing", field.missing());
                                    one.put("fallback", field.saved());
                                    return one;
                                })
                        .toList());
        Map<String, Object> parts = new LinkedHashMap<>();
        proof.parts().forEach((count, people) -> parts.put(Integer.toString(count), people));
        tree.put("parts", parts);
        Map<String, Object> alphabets = new LinkedHashMap<>();
        proof.alphabets().forEach((alphabet, people) -> alphabets.put(alphabet.name(), people));
        tree.put("alphabets", alphabets);
        tree.put("cut", proof.cut());
        proof.longest().ifPresent(longest -> tree.put("longest", longest.length().units()));
        shown.ifPresent(
                text -> {
                    tree.put("text", text.text());
                    tree.put("openFields", text.open());
                });
        tree.put("asOf", proof.snapshot().asOf().toString());
        tree.put("took_ms", proof.took().toMillis());
        return tree;
    }
}
