package io.marquetry.cli.pack.handoff;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.pack.look.PackageShown;
import io.marquetry.handoff.deliver.Delivery;
import io.marquetry.handoff.deliver.Endpoint;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code package post}: finishes a package and hands its document to a machine over HTTP. */
@Command(name = "post")
public final class PackagePostCommand extends WorkspaceCommand {

    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(
            names = "--to",
            paramLabel = "URL",
            required = true,
            descriptionKey = "cli.package.postTo")
    private @Nullable String address;

    @Option(names = "--version", paramLabel = "N", descriptionKey = "cli.package.versionOption")
    private @Nullable Integer number;

    @Option(names = "--secret-file", paramLabel = "FILE", descriptionKey = "cli.package.secretFile")
    private @Nullable Path secretFile;

    @Option(
            names = "--secret-variable",
            paramLabel = "MARQUETRY_…",
            descriptionKey = "cli.package.secretVariable")
    private @Nullable String secretVariable;

    public PackagePostCommand(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        super(opener, texts);
        this.clock = clock;
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        Endpoint endpoint = Endpoint.parse(require(address), secret());
        Packages packages = workspace.packages();
        PackageVersion version =
                number == null
                        ? packages.finish(wanted, new CancelSignal())
                        : packages.version(wanted, number);
        try (Delivery delivery = new Delivery(clock)) {
            Delivery.Delivered done =
                    delivery.post(endpoint, version.document().getBytes(StandardCharsets.UTF_8));
            tell(output, version, endpoint, done);
        }
        return 0;
    }

    private void tell(
            CommandOutput output,
            PackageVersion version,
            Endpoint endpoint,
            Delivery.Delivered done) {
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("key", version.key().value());
            tree.putAll(PackageShown.json(version));
            tree.put("to", endpoint.toString());
            tree.put("id", done.id());
            tree.put("status", done.status());
            tree.put("tries", done.tries());
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.package.posted",
                                    version.key().value(),
                                    version.number(),
                                    endpoint.toString(),
                                    done.status(),
                                    done.tries()));
        }
    }

    private String secret() {
        Path file = secretFile;
        if (file != null) {
            try {
                return Files.readString(file).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw Problem.of("problem.deliver.secretFile", file.toString()).asException(e);
            }
        }
        String name = secretVariable == null ? "MARQUETRY_WEBHOOK_SECRET" : secretVariable;
        String value = name.startsWith("MARQUETRY_") ? System.getenv(name) : null;
        if (value == null || value.isBlank()) {
            throw Problem.of("problem.deliver.noSecret").asException();
        }
        return value;
    }
}
