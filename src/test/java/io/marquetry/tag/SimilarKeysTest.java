package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SimilarKeysTest {

    private static final List<TagKey> KEYS =
            List.of(
                    new TagKey("user_coupon_ever"),
                    new TagKey("user_coupon_used90d"),
                    new TagKey("user_level_gold"));

    @Test
    void misspeltKeyIsFound() {
        assertThat(SimilarKeys.nearest("user_coupon_use90d", KEYS))
                .contains(new TagKey("user_coupon_used90d"));
        assertThat(SimilarKeys.nearest("user_levle_gold", KEYS))
                .contains(new TagKey("user_level_gold"));
    }

    @Test
    void nothingIsProposedWhereNothingIsLikeIt() {
        assertThat(SimilarKeys.nearest("sms_template_wake", KEYS)).isEmpty();
        assertThat(SimilarKeys.nearest("", KEYS)).isEmpty();
    }
}
