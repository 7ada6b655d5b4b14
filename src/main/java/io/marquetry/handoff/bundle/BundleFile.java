package io.marquetry.handoff.bundle;

import io.marquetry.asset.PictureFile;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.RegularFiles;
import io.marquetry.base.Sha256;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A bundle: a ZIP file with the extension {@value #ENDING} that holds package documents, files of
 * tags, pictures, and {@code manifest.json}, which names each with its SHA-256. Nothing is ever
 * unpacked to disk; names that would lead out of a folder, links, and files that are there twice
 * are refused all the same. Equal documents give equal bytes.
 */
public final class BundleFile {

    /** How names of bundles end. */
    public static final String ENDING = ".mqpack";

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final int MAX_FILES = 10_000;
    private static final int MAX_BYTES = 256 << 20;
    private static final long MAX_DOCUMENT = StrictJson.MAX_BYTES;

    /** No text packs better; counted from a size that is no danger. */
    private static final long MAX_RATIO = 100;

    private static final long SMALL = 1 << 10;

    private BundleFile() {}

    /**
     * Returns whether a file is a ZIP file, whatever it is called.
     *
     * @throws ProblemException if it cannot be read
     */
    public static boolean isBundle(Path file) {
        return Arrays.equals(start(file, ZIP.length), ZIP);
    }

    /**
     * Returns a document's bytes, one more than a document may have if there are more.
     *
     * @throws ProblemException if the file cannot be read
     */
    public static byte[] bytes(Path file) {
        return start(file, StrictJson.MAX_BYTES + 1);
    }

    private static byte[] start(Path file, int most) {
        FxThread.refuse();
        RegularFiles.require(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Returns what a bundle holds, each document as its manifest says it is.
     *
     * @throws ProblemException if it is no bundle, damaged, holds anything else, or is too large
     */
    public static Bundle read(Path file) {
        FxThread.refuse();
        RegularFiles.require(file);
        Map<String, byte[]> inside = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            List<BundleDirectory.Listed> directory = checked(file, BundleDirectory.read(file));
            long left = MAX_BYTES;
            for (BundleDirectory.Listed told : directory) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null || !entry.getName().equals(told.name())) {
                    throw new ZipException("the directory tells of other files");
                }
                long most = Math.min(MAX_RATIO * Math.max(told.packed(), SMALL), MAX_DOCUMENT);
                byte[] bytes = zip.readNBytes((int) Math.min(left, most) + 1);
                left -= bytes.length;
                if (bytes.length > most || left < 0) {
                    throw tooLarge(file);
                }
                inside.put(entry.getName(), bytes);
            }
            if (zip.getNextEntry() != null) {
                throw new ZipException("the directory tells of fewer files");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
        return listed(file, inside);
    }

    /** Refuses, before anything is unpacked, what no bundle holds. */
    private static List<BundleDirectory.Listed> checked(
            Path file, List<BundleDirectory.Listed> directory) {
        if (directory.size() > MAX_FILES) {
            throw tooLarge(file);
        }
        BundleNames names = new BundleNames();
        for (BundleDirectory.Listed told : directory) {
            if (!BundleNames.isAllowed(told.name())) {
                throw refused(file, "problem.bundle.name", told.name());
            }
            if (!told.regular()) {
                throw refused(file, "problem.bundle.link", told.name());
            }
            if (!names.isNew(told.name())) {
                throw refused(file, "problem.bundle.twice", told.name());
            }
        }
        return directory;
    }

    private static ProblemException tooLarge(Path file) {
        return Problem.of(
                        "problem.bundle.tooLarge",
                        file.toString(),
                        MAX_FILES,
                        MAX_BYTES >> 20,
                        StrictJson.MAX_BYTES >> 20)
                .asException();
    }

    private static Bundle listed(Path file, Map<String, byte[]> inside) {
        BundleManifest manifest = manifest(file, inside);
        for (String name : inside.keySet()) {
            if (!manifest.hashes().containsKey(name)) {
                throw refused(file, "problem.bundle.unlisted", name);
            }
        }
        Map<String, byte[]> documents = new TreeMap<>();
        List<PictureFile> pictures = new ArrayList<>();
        manifest.hashes()
                .forEach(
                        (name, hash) -> {
                            byte[] bytes = inside.get(name);
                            if (bytes == null) {
                                throw refused(file, "problem.bundle.missing", name);
                            }
                            if (!Sha256.of(bytes).equals(hash)) {
                                throw refused(file, "problem.bundle.hash", name);
                            }
                            if (BundleNames.isPicture(name)) {
                                pictures.add(picture(file, name, bytes));
                            } else {
                                documents.put(name, bytes);
                            }
                        });
        return new Bundle(documents, pictures, manifest.sources());
    }

    private static PictureFile picture(Path file, String name, byte[] bytes) {
        PictureFile picture = PictureFile.of(file + " › " + name, bytes);
        if (!name.equals(BundleNames.of(picture.picture()))) {
            throw refused(file, "problem.bundle.hash", name);
        }
        return picture;
    }

    private static BundleManifest manifest(Path file, Map<String, byte[]> inside) {
        byte[] manifest = inside.remove(BundleManifest.FILE);
        byte[] first = manifest == null ? inside.remove(BundleManifest.FIRST_FILE) : null;
        try {
            if (manifest != null) {
                return BundleManifest.read(manifest);
            }
            if (first != null) {
                return BundleManifest.readFirst(first);
            }
        } catch (ProblemException e) {
            String name = manifest != null ? BundleManifest.FILE : BundleManifest.FIRST_FILE;
            throw Problem.of("problem.bundle.inside", file.toString(), name, e.problem())
                    .asException(e);
        }
        throw Problem.of("problem.bundle.noList", file.toString()).asException();
    }

    /**
     * Writes a bundle in place of what was there; durable when it returns.
     *
     * @throws ProblemException if it cannot be written; an earlier file is as it was then
     */
    public static void write(Path file, Bundle bundle) {
        FxThread.refuse();
        OutputFiles.check(file);
        TreeMap<String, byte[]> inside = new TreeMap<>(bundle.documents());
        bundle.pictures().forEach(one -> inside.put(BundleNames.of(one.picture()), one.bytes()));
        long all = inside.values().stream().mapToLong(one -> one.length).sum();
        if (all > MAX_BYTES || inside.size() >= MAX_FILES) {
            throw tooLarge(file);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, BundleManifest.FILE, BundleManifest.of(bundle).write());
            for (Map.Entry<String, byte[]> one : inside.entrySet()) {
                put(zip, one.getKey(), one.getValue());
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        try {
            DurableFiles.write(file.toAbsolutePath(), bytes.toByteArray());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Not compressed, and of no time: so that equal documents give equal bytes everywhere. */
    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ProblemException refused(Path file, String key, String name) {
        return Problem.of(key, file.toString(), JsonView.shown(name)).asException();
    }

    private static ProblemException damaged(Path file, Exception cause) {
        return Problem.of("problem.bundle.damaged", file.toString()).asException(cause);
    }

    private static ProblemException unreadable(Path file, IOException cause) {
        return Problem.of("problem.file.unreadable", file.toString(), reason(cause))
                .asException(cause);
    }

    private static ProblemException unwritable(Path file, IOException cause) {
        return Problem.of("problem.file.unwritable", file.toString(), reason(cause))
                .asException(cause);
    }

    private static String reason(IOException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }
}
