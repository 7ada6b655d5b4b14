package io.marquetry.handoff.enclose;

import io.marquetry.audience.AudienceKeys;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.AudienceSql;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.handoff.EnclosedParts;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagCatalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes documents that hand over more than their version says. The version itself never names
 * people: what is enclosed belongs to this one file. Blocks, so never call it on the FX thread.
 */
public final class Enclosing {

    private final AudienceKeys keys;
    private final AudienceSql sql;

    /** Makes it for one workspace. */
    public Enclosing(AudienceKeys keys, AudienceSql sql) {
        this.keys = keys;
        this.sql = sql;
    }

    /**
     * What was written.
     *
     * @param recipients the file of recipients, where one was wanted
     * @param people how many it names
     * @param formulas how many of their keys a spreadsheet would run
     * @param hash what the written document says of itself as {@code sha256}: another one than the
     *     version's where something is enclosed
     */
    public record Written(Optional<Path> recipients, long people, long formulas, String hash) {}

    /** Returns where the recipients of a document go: beside it, named after it. */
    public static Path recipientsOf(Path document, Wanted.Form form) {
        String name = String.valueOf(document.getFileName());
        String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
        return document.resolveSibling(stem + ".recipients." + form.ending());
    }

    /**
     * Writes a version's document with what is wanted beside it, in place of what was there.
     *
     * @throws io.marquetry.base.ProblemException if the source is not here, has changed since the
     *     version was finished, or a file cannot be written; no document is written then
     */
    public Written write(PackageVersion version, Path file, Wanted wanted, CancelSignal signal) {
        FxThread.refuse();
        OutputFiles.check(file);
        PackageDocument document = PackageDocumentJson.read(version);
        AudienceQuery query =
                new AudienceQuery(document.expression(), new TagCatalog(document.tags()));
        Optional<EnclosedParts.Sql> said =
                wanted.sql()
                        .map(
                                engine ->
                                        new EnclosedParts.Sql(
                                                engine,
                                                sql.of(
                                                        document.pack().source(),
                                                        query,
                                                        document.size().today(),
                                                        engine)));
        Optional<Path> beside = Optional.empty();
        long people = 0;
        long formulas = 0;
        Optional<EnclosedParts.Recipients> named = Optional.empty();
        if (wanted.recipients().isPresent()) {
            Wanted.Form form = wanted.recipients().get();
            Path list = recipientsOf(file, form);
            OutputFiles.check(list);
            try (RecipientsFile recipients = new RecipientsFile(list, form)) {
                AudienceSize read =
                        keys.keys(document.pack().source(), query, recipients::add, signal);
                refuseOther(document, read);
                beside = Optional.of(list);
                people = read.audience();
                formulas = recipients.formulas();
                named =
                        Optional.of(
                                new EnclosedParts.Recipients(
                                        String.valueOf(list.getFileName()),
                                        form.name(),
                                        read.audience(),
                                        recipients.place()));
            }
        }
        String text =
                named.isEmpty() && said.isEmpty()
                        ? version.document()
                        : new EnclosedParts(named, said).in(version);
        String hash = PackageDocumentJson.ownHash(text);
        if (wanted.readable()) {
            text = CanonicalJson.readable(StrictJson.read(text));
        }
        try {
            DurableFiles.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Problem.of(
                            "problem.file.unwritable",
                            file.toString(),
                            String.valueOf(e.getMessage()))
                    .asException(e);
        }
        return new Written(beside, people, formulas, hash);
    }

    /** The document tells of one state of the source, and its recipients have to be of that. */
    private static void refuseOther(PackageDocument document, AudienceSize read) {
        PackageDocument.Size told = document.size();
        if (told.audience() != read.audience()
                || !told.fingerprint().equals(read.snapshot().fingerprint())
                || !told.today().equals(read.snapshot().today())) {
            throw Problem.of(
                            "problem.export.otherState",
                            document.pack().key().value(),
                            document.version(),
                            told.audience(),
                            read.audience())
                    .asException();
        }
    }
}
