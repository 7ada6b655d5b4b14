package io.marquetry.update;

import io.marquetry.base.ProblemException;
import io.marquetry.handoff.sign.SignerKey;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file that names the newest version. Whoever sends it may be anybody: nothing of it is used
 * unless it is signed, whole and canonical, by the one key that the program knows.
 */
final class ReleaseFile {

    private static final String FORMAT = "marquetry/release";
    private static final int VERSION = 1;
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){0,3}");
    private static final Pattern PAGE = Pattern.compile("https://[\\w./~%-]{4,200}");

    private ReleaseFile() {}

    /** Returns the release that a file names; empty where the key did not sign it. */
    static Optional<Release> read(byte[] bytes, SignerKey key) {
        try {
            JsonView view = JsonView.of(StrictJson.read(bytes));
            view.only("format", "formatVersion", "version", "page", "signature");
            view.get("formatVersion").whole(VERSION, VERSION);
            String version = view.get("version").text();
            String page = view.get("page").text();
            byte[] signature = Base64.getDecoder().decode(view.get("signature").text());
            boolean genuine =
                    view.get("format").text().equals(FORMAT)
                            && NUMBERS.matcher(version).matches()
                            && PAGE.matcher(page).matches()
                            && key.signed(signed(version, page), signature);
            return genuine ? Optional.of(new Release(version, URI.create(page))) : Optional.empty();
        } catch (ProblemException | IllegalArgumentException e) {
            // No such file, or no Base64: told as one that the key did not sign.
            return Optional.empty();
        }
    }

    /** What is signed: the file in canonical form without the signature itself. */
    private static byte[] signed(String version, String page) {
        return CanonicalJson.bytes(
                new JsonMembers()
                        .put("format", FORMAT)
                        .put("formatVersion", VERSION)
                        .put("version", version)
                        .put("page", page)
                        .done());
    }
}
