package io.marquetry.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes as damage, mistakes and malice do. */
final class Mutations {

    private static final int MAX_BYTES = 64 * 1024;

    private static final List<byte[]> WORDS =
            List.of(
                            "\"",
                            "\\",
                            "\\u0000",
                            "\\ud800",
                            "{",
                            "}",
                            "[",
                            "]",
                            ",",
                            ":",
                            "null",
                            "true",
                            "-",
                            "1e999999999",
                            "NaN",
                            "99999999999999999999999",
                            "\u0000",
                            "\uFEFF",
                            "\r\n",
                            "\n",
                            "\t",
                            ";",
                            "|",
                            "=",
                            "'",
                            "(",
                            ")",
                            "and",
                            "or",
                            "not",
                            "AND",
                            "except",
                            "😀",
                            "中",
                            "../",
                            "%",
                            "$",
                            "#",
                            "`",
                            "2024-02-30",
                            "31/01/2017",
                            "\"\"\"",
                            "{}",
                            "[]",
                            "[[[[[[[[",
                            "-0",
                            "1.5",
                            "0x10",
                            "//",
                            "/*",
                            "&",
                            "<",
                            ">")
                    .stream()
                    .map(word -> word.getBytes(StandardCharsets.UTF_8))
                    .toList();

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** Returns a changed copy. */
    byte[] of(byte[] seed, List<byte[]> others) {
        byte[] bytes = seed;
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            bytes = once(bytes, others);
        }
        return bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
    }

    private byte[] once(byte[] bytes, List<byte[]> others) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(16));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes);
            case 1 -> joined(bytes, at, new byte[0], to);
            case 2 -> joined(bytes, at, WORDS.get(random.nextInt(WORDS.size())), at);
            case 3 -> joined(bytes, at, WORDS.get(random.nextInt(WORDS.size())), to);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> repeated(bytes, at, to);
            case 6 -> {
                byte[] other = others.get(random.nextInt(others.size()));
                int from = random.nextInt(other.length + 1);
                int end = Math.min(other.length, from + random.nextInt(64));
                yield joined(bytes, at, Arrays.copyOfRange(other, from, end), at);
            }
            default -> {
                byte[] noise = new byte[1 + random.nextInt(4)];
                random.nextBytes(noise);
                yield joined(bytes, at, noise, at);
            }
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private byte[] repeated(byte[] bytes, int at, int to) {
        byte[] part = Arrays.copyOfRange(bytes, at, to);
        int times = 1 + random.nextInt(200);
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return joined(bytes, at, all, to);
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
        byte[] all = new byte[end + middle.length + bytes.length - start];
        System.arraycopy(bytes, 0, all, 0, end);
        System.arraycopy(middle, 0, all, end, middle.length);
        System.arraycopy(bytes, start, all, end + middle.length, bytes.length - start);
        return all;
    }
}
