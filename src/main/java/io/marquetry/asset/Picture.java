package io.marquetry.asset;

import io.marquetry.base.LocalizedText;

import java.util.Arrays;
import java.util.Optional;

/**
 * A picture that an asset shows, named by its content: the bytes are kept once, whoever shows them.
 *
 * @param sha256 hash of the bytes, 64 lower-case hexadecimal digits
 * @param size how many bytes there are, from 1
 * @param text what is read out where nobody sees the picture; empty for one that only decorates
 */
public record Picture(String sha256, Type type, int size, Optional<LocalizedText> text) {

    /** How many an asset may show. */
    public static final int MOST = 20;

    /** What can be drawn everywhere: in this window, in mails and in browsers. */
    public enum Type {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg"),
        GIF("image/gif", "gif");

        private final String mediaType;
        private final String ending;

        Type(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        /** Returns the media type, for example {@code image/png}. */
        public String mediaType() {
            return mediaType;
        }

        /** Returns how names of such files end, without the dot. */
        public String ending() {
            return ending;
        }

        /** Returns the type of a media type, if it is one that is kept. */
        public static Optional<Type> of(String mediaType) {
            return Arrays.stream(values())
                    .filter(type -> type.mediaType.equals(mediaType))
                    .findFirst();
        }
    }

    /** Refuses what is no hash, and what holds nothing. */
    public Picture {
        if (!isHash(sha256) || size < 1) {
            throw new IllegalArgumentException("no picture: " + sha256);
        }
    }

    /** Returns whether a text can be the hash of a picture. */
    public static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    /** Returns the picture with other words. */
    public Picture with(Optional<LocalizedText> words) {
        return new Picture(sha256, type, size, words);
    }

    /** Returns the name that a file of its bytes has: the same for the same bytes. */
    public String fileName() {
        return sha256 + "." + type.ending();
    }
}
