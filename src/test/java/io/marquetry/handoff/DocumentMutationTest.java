package io.marquetry.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquetry.json.Json;
import io.marquetry.json.StrictJson;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class DocumentMutationTest {

    private static final byte[] INTERESTING = "{}[]\",:\\0129-eEnul \u0000\u007f中".getBytes(UTF_8);

    @Test
    void aMutatedDocumentIsNeverAcceptedAsAnother() {
        isNeverAcceptedAsAnother(SampleDocument.text());
    }

    @Test
    void aMutatedDocumentThatEnclosesSomethingIsNeverAcceptedAsAnother() {
        isNeverAcceptedAsAnother(SampleDocument.enclosing(2));
    }

    private static void isNeverAcceptedAsAnother(String text) {
        byte[] document = text.getBytes(UTF_8);
        Json meaning = StrictJson.read(document);
        PackageValidation validation = new PackageValidation();
        int valid = 0;
        for (int seed = 0; seed < 8_000; seed++) {
            byte[] mutated = mutated(document, new Random(seed));
            ValidationReport report = validation.validate(mutated);
            if (report.isValid()) {
                valid++;
                assertThat(StrictJson.read(mutated)).as("seed %s", seed).isEqualTo(meaning);
            }
        }
        assertThat(valid).isLessThan(2_000);
    }

    private static byte[] mutated(byte[] document, Random random) {
        byte[] bytes = document.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = INTERESTING[random.nextInt(INTERESTING.length)];
                case 2 -> bytes = spliced(bytes, at, at + 1 + random.nextInt(20), new byte[0]);
                case 3 -> {
                    byte[] copied = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 40));
                    bytes = spliced(bytes, at, at, copied);
                }
                default ->
                        bytes =
                                spliced(
                                        bytes,
                                        at,
                                        at,
                                        new byte[] {
                                            INTERESTING[random.nextInt(INTERESTING.length)]
                                        });
            }
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        int end = Math.min(to, bytes.length);
        byte[] result = new byte[from + instead.length + bytes.length - end];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(instead, 0, result, from, instead.length);
        System.arraycopy(bytes, end, result, from + instead.length, bytes.length - end);
        return result;
    }
}
