package io.marquetry;

import io.marquetry.cli.effect.EffectFiguresTest;
import io.marquetry.sample.CompleteJourneyTest;
import io.marquetry.source.ask.HillstromAudiencesTest;
import io.marquetry.source.local.KnownFilesTest;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Proves on the original files what the other tests prove on their stand-ins. The originals may not
 * be shipped, so this is an additional check of those who have them.
 */
@Tag("original-files")
@EnabledIf(
        value = "io.marquetry.OriginalFilesTest#arePresent",
        disabledReason =
                "The original files are not on this machine; their stand-ins are tested all the same")
class OriginalFilesTest {

    private static final Path FOLDER = Path.of(System.getProperty("marquetry.originals"));

    static boolean arePresent() {
        return Files.isDirectory(FOLDER);
    }

    private static Path file(String name) {
        return FOLDER.resolve(name);
    }

    @Nested
    class Effects extends EffectFiguresTest {
        @Override
        protected Path mails() {
            return file("hillstrom/hillstrom.csv");
        }

        @Override
        protected Path calls() {
            return file("bank-marketing/bank.csv");
        }
    }

    @Nested
    class Imports extends KnownFilesTest {
        @Override
        protected Path mails() {
            return file("hillstrom/hillstrom.csv");
        }

        @Override
        protected Path calls() {
            return file("bank-marketing/bank.csv");
        }
    }

    @Nested
    class Audiences extends HillstromAudiencesTest {
        @Override
        protected Path customers() {
            return file("hillstrom/hillstrom.csv");
        }
    }

    @Nested
    class Journey extends CompleteJourneyTest {
        @Override
        protected Path campaigns() {
            return file("complete-journey/campaigns.csv");
        }

        @Override
        protected Path coupons() {
            return file("complete-journey/coupons.csv");
        }

        @Override
        protected Path redemptions() {
            return file("complete-journey/coupon_redemptions.csv");
        }
    }
}
