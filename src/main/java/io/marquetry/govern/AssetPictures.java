package io.marquetry.govern;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.asset.PictureRepository;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The pictures that assets show: added, described, put in order and taken off, each under the
 * revision that was seen. Bytes that were saved once stay for the versions that name them. Blocks,
 * so never call it on the FX thread.
 */
public final class AssetPictures {

    private final AssetCentre assets;
    private final PictureRepository kept;

    /** Makes it for one workspace. */
    public AssetPictures(AssetCentre assets, PictureRepository kept) {
        this.assets = assets;
        this.kept = kept;
    }

    /**
     * Adds a picture behind those that an asset shows; durable when it returns.
     *
     * @return its place, from 1
     * @throws io.marquetry.base.ProblemException if the asset is unknown, shows it already or shows
     *     as many as it may, or was saved elsewhere meanwhile
     */
    public int add(AssetKey key, PictureFile file, Optional<LocalizedText> text) {
        GovernedAsset asset = assets.get(key);
        Asset with = with(asset.asset(), file.picture().with(text));
        assets.save(List.of(asset.with(with)), List.of(file));
        return with.pictures().size();
    }

    /**
     * Returns an asset that shows one picture more.
     *
     * @throws io.marquetry.base.ProblemException if it shows it already, or as many as it may
     */
    public static Asset with(Asset asset, Picture picture) {
        List<Picture> shown = new ArrayList<>(asset.pictures());
        int there = shown.stream().map(Picture::sha256).toList().indexOf(picture.sha256());
        if (there >= 0) {
            throw Problem.of("problem.picture.there", asset.name(), there + 1).asException();
        }
        if (shown.size() == Picture.MOST) {
            throw Problem.of("problem.picture.many", asset.name(), Picture.MOST).asException();
        }
        shown.add(picture);
        return asset.with(shown);
    }

    /**
     * Finds one of the pictures of an asset.
     *
     * @param told its place, from 1, or how its hash begins: six digits at least
     * @return its index, from 0
     * @throws io.marquetry.base.ProblemException if there is none, or more than one
     */
    public static int find(Asset asset, String told) {
        List<Picture> shown = asset.pictures();
        int[] found =
                IntStream.range(0, shown.size())
                        .filter(
                                i ->
                                        told.equals(Integer.toString(i + 1))
                                                || (told.length() >= 6
                                                        && shown.get(i).sha256().startsWith(told)))
                        .toArray();
        if (found.length != 1) {
            throw Problem.of("problem.picture.unknown", asset.key().value(), told, shown.size())
                    .asException();
        }
        return found[0];
    }

    /**
     * Saves what a picture says and where it stands; durable when it returns.
     *
     * @param told as in {@link #find}
     * @param text other words; empty to take them away
     * @param place from 1; beyond the last is the last
     * @throws io.marquetry.base.ProblemException if there is no such picture, or the asset was
     *     saved elsewhere meanwhile
     */
    public void change(AssetKey key, String told, Optional<LocalizedText> text, int place) {
        GovernedAsset asset = assets.get(key);
        List<Picture> shown = new ArrayList<>(asset.asset().pictures());
        Picture changed = shown.remove(find(asset.asset(), told)).with(text);
        shown.add(Math.clamp(place - 1L, 0, shown.size()), changed);
        assets.save(asset.with(asset.asset().with(shown)));
    }

    /**
     * Takes a picture off an asset; durable when it returns.
     *
     * @param told as in {@link #find}
     * @return what it was
     * @throws io.marquetry.base.ProblemException as above
     */
    public Picture remove(AssetKey key, String told) {
        GovernedAsset asset = assets.get(key);
        List<Picture> shown = new ArrayList<>(asset.asset().pictures());
        Picture gone = shown.remove(find(asset.asset(), told));
        assets.save(asset.with(asset.asset().with(shown)));
        return gone;
    }

    /** Returns a picture's bytes; empty where only its name came here, with a document. */
    public Optional<PictureFile> file(Picture picture) {
        return kept.bytes(picture.sha256()).map(bytes -> PictureFile.of(picture.fileName(), bytes));
    }

    /**
     * Returns a picture's bytes.
     *
     * @throws io.marquetry.base.ProblemException if only its name came here, with a document
     */
    public PictureFile get(Picture picture) {
        return file(picture)
                .orElseThrow(
                        () ->
                                Problem.of("problem.picture.absent", picture.fileName())
                                        .asException());
    }
}
