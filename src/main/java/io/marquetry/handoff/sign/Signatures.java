package io.marquetry.handoff.sign;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.RegularFiles;
import io.marquetry.base.Sha256;
import io.marquetry.handoff.EnclosedFile;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.vault.Vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Signs files with this user's key, and tells whose a signature is. The key lies in the user's
 * vault; whose keys are known lies beside it. Blocks, so never call it on the FX thread.
 */
public final class Signatures {

    /** How the name of a signature ends, after the whole name of what it signs. */
    public static final String ENDING = ".sig";

    private static final String KNOWN = "signers.json";
    private static final int VERSION = 1;

    private final Path vault;
    private final Path known;
    private final InstantSource clock;

    /**
     * Makes the signatures of a user.
     *
     * @param folder the user's, for settings
     */
    public Signatures(Path folder, InstantSource clock) {
        this.vault = folder.resolve("vault.json");
        this.known = folder.resolve(KNOWN);
        this.clock = clock;
    }

    /**
     * What was signed.
     *
     * @param file the signature
     * @param fingerprint the SHA-256 of the signer's key
     */
    public record Signed(Path file, String fingerprint) {}

    /**
     * A signature that fits its file.
     *
     * @param signer what the signer calls themselves
     * @param fingerprint the SHA-256 of the signer's key
     * @param knownAs the name under which this user knows the key; empty where nobody vouched for
     *     it
     */
    public record Verified(
            String signer, String fingerprint, Instant signedAt, Optional<String> knownAs) {}

    /** Returns where the signature of a file usually lies. */
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /**
     * Signs a file; the key is made with the first signature.
     *
     * @param signer what the signer calls themselves
     * @throws io.marquetry.base.ProblemException if the vault stays shut, or a file cannot be read
     *     or written
     */
    public Signed sign(Path file, Path signature, String signer, char[] passphrase) {
        FxThread.refuse();
        OutputFiles.check(signature);
        String hash = hash(file);
        refuseOtherRecipients(file);
        SignerKey.Own key = SignerKey.own(Vault.open(vault, passphrase));
        SignatureFile made =
                SignatureFile.of(
                        hash, signer, key, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        write(signature, made.write());
        return new Signed(signature, key.open().fingerprint());
    }

    /**
     * Checks a signature.
     *
     * @throws io.marquetry.base.ProblemException if it is not of this file, was changed, or is no
     *     signature
     */
    public Verified verify(Path file, Path signature) {
        SignatureFile read = genuine(file, signature);
        return new Verified(
                read.signer(),
                read.key().fingerprint(),
                read.signedAt(),
                Optional.ofNullable(known().get(read.key().encoded())));
    }

    /**
     * Remembers whose a signature's key is, after it was checked; durable when it returns.
     *
     * @param name what this user calls the signer
     */
    public Verified trust(Path file, Path signature, String name) {
        SignatureFile read = genuine(file, signature);
        Map<String, String> all = known();
        all.put(read.key().encoded(), name);
        JsonMembers signers = new JsonMembers();
        all.forEach(signers::put);
        write(
                known,
                CanonicalJson.bytes(
                        new JsonMembers()
                                .put("format", "marquetry/signers")
                                .put("formatVersion", VERSION)
                                .put("signers", signers.done())
                                .done()));
        return verify(file, signature);
    }

    private static SignatureFile genuine(Path file, Path signature) {
        FxThread.refuse();
        String hash = hash(file);
        SignatureFile read = SignatureFile.read(JsonView.of(StrictJson.read(signature)));
        // Base64 and JSON can say one thing in several ways; a signature is written in one.
        if (!read.isGenuine() || !Arrays.equals(read.write(), bytes(signature))) {
            throw Problem.of("problem.signature.changed", signature.toString()).asException();
        }
        if (!read.sha256().equals(hash)) {
            throw Problem.of("problem.signature.otherFile", file.toString(), signature.toString())
                    .asException();
        }
        refuseOtherRecipients(file);
        return read;
    }

    /** A document vouches for the file that it names. */
    private static void refuseOtherRecipients(Path file) {
        if (PackageHandoff.isDocument(file)) {
            ValidationReport report = new PackageValidation().validate(file);
            if (report.recipients() == EnclosedFile.CHANGED) {
                throw report.findings().getFirst().asException();
            }
        }
    }

    private Map<String, String> known() {
        Map<String, String> names = new TreeMap<>();
        if (Files.exists(known)) {
            JsonView view = JsonView.of(StrictJson.read(known));
            view.only("format", "formatVersion", "signers");
            view.get("formatVersion").whole(VERSION, VERSION);
            view.get("signers")
                    .entries()
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue().text()));
        }
        return names;
    }

    private static String hash(Path file) {
        return Sha256.of(bytes(file));
    }

    private static byte[] bytes(Path file) {
        RegularFiles.require(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.of("problem.file.unreadable", file.toString(), reason(e)).asException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().resolveSibling("");
            Files.createDirectories(folder);
            DurableFiles.write(file.toAbsolutePath(), bytes);
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), reason(e)).asException(e);
        }
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
