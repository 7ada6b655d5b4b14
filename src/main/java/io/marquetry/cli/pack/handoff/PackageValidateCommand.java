package io.marquetry.cli.pack.handoff;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.handoff.EnclosedFile;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.ValidationReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code package validate}: judges a package document; needs no workspace. */
@Command(name = "validate")
public final class PackageValidateCommand implements Callable<Integer> {

    private final Texts texts;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.package.file")
    private @Nullable Path file;

    // Taken as by every command, though a document is judged by itself.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.option.workspace")
    private @Nullable Path workspace;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    public PackageValidateCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        if (spec == null || file == null) {
            throw new IllegalStateException("picocli fills the command before it runs");
        }
        CommandOutput output =
                new CommandOutput(
                        spec.commandLine().getOut(), spec.commandLine().getErr(), texts, json);
        ValidationReport report = new PackageValidation().validate(file);
        if (json) {
            output.json(json(report));
        } else if (report.isValid()) {
            switch (report.recipients()) {
                case ABSENT -> output.remark(texts.get("cli.package.recipientsAbsent"));
                case GENUINE, NONE, CHANGED -> {}
            }
            PackageDocument document = report.document().orElseThrow();
            output.line(
                    texts.get(
                            "cli.package.valid",
                            document.pack().key().value(),
                            document.version(),
                            document.size().audience(),
                            document.size().profiles()));
        } else {
            report.findings().forEach(problem -> output.remark(texts.sentence(problem)));
            output.remark(texts.get("cli.package.invalid", report.findings().size()));
        }
        return report.isValid() ? 0 : 1;
    }

    private Map<String, Object> json(ValidationReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("valid", report.isValid());
        report.document().ifPresent(d -> tree.put("key", d.pack().key().value()));
        report.document().ifPresent(d -> tree.put("version", d.version()));
        if (report.recipients() != EnclosedFile.NONE) {
            tree.put("recipients", report.recipients().name());
        }
        List<Map<String, Object>> findings = report.findings().stream().map(this::json).toList();
        tree.put("findings", findings);
        return tree;
    }

    private Map<String, Object> json(Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", problem.key());
        if (!problem.args().isEmpty()
                && String.valueOf(problem.args().getFirst()).startsWith("#")) {
            tree.put("pointer", problem.args().getFirst());
        }
        tree.put("message", texts.sentence(problem));
        return tree;
    }
}
