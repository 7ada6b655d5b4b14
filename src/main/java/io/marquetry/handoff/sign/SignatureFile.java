package io.marquetry.handoff.sign;

import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.time.Instant;
import java.util.Base64;

/** A signature beside a file. It covers the hash of every byte of that file, and who signs when. */
final class SignatureFile {

    private static final String FORMAT = "marquetry/signature";
    private static final int VERSION = 1;

    private final String sha256;
    private final String signer;
    private final SignerKey key;
    private final Instant signedAt;
    private final byte[] signature;

    /**
     * Puts one together.
     *
     * @param sha256 of the signed file
     * @param signer what the signer calls themselves; only the key proves who it is
     * @param signature 64 bytes
     */
    private SignatureFile(
            String sha256, String signer, SignerKey key, Instant signedAt, byte[] signature) {
        this.sha256 = sha256;
        this.signer = signer;
        this.key = key;
        this.signedAt = signedAt;
        this.signature = signature;
    }

    String sha256() {
        return sha256;
    }

    String signer() {
        return signer;
    }

    SignerKey key() {
        return key;
    }

    Instant signedAt() {
        return signedAt;
    }

    /** Signs. */
    static SignatureFile of(String sha256, String signer, SignerKey.Own key, Instant at) {
        SignatureFile open = new SignatureFile(sha256, signer, key.open(), at, new byte[0]);
        return new SignatureFile(sha256, signer, key.open(), at, key.sign(open.signed()));
    }

    /** Returns whether it is of the key that it names. */
    boolean isGenuine() {
        return key.signed(signed(), signature);
    }

    /** What is signed: the file in canonical form without the signature itself. */
    private byte[] signed() {
        return CanonicalJson.bytes(members().done());
    }

    private JsonMembers members() {
        return new JsonMembers()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("algorithm", "Ed25519")
                .put("sha256", sha256)
                .put("signer", signer)
                .put("key", key.encoded())
                .put("signedAt", signedAt.toString());
    }

    byte[] write() {
        return CanonicalJson.bytes(
                members().put("signature", Base64.getEncoder().encodeToString(signature)).done());
    }

    /**
     * Reads one.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    static SignatureFile read(JsonView view) {
        view.only(
                "format",
                "formatVersion",
                "algorithm",
                "sha256",
                "signer",
                "key",
                "signedAt",
                "signature");
        JsonView format = view.get("format");
        if (!format.text().equals(FORMAT) || !view.get("algorithm").text().equals("Ed25519")) {
            throw format.refuse("problem.json.format", JsonView.shown(format.text()), FORMAT);
        }
        view.get("formatVersion").whole(VERSION, VERSION);
        JsonView at = view.get("signedAt");
        JsonView signature = view.get("signature");
        return new SignatureFile(
                view.get("sha256").text(),
                view.get("signer").text(),
                SignerKey.read(view.get("key")),
                at.make("problem.json.instant", () -> Instant.parse(at.text())),
                signature.make(
                        "problem.signature.form",
                        () -> Base64.getDecoder().decode(signature.text())));
    }
}
