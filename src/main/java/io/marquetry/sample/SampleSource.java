package io.marquetry.sample;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.Sources;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.TableFile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Complete Journey as a profile source: households, contacts, redemptions, purchases. */
final class SampleSource {

    static final SourceName NAME = new SourceName("complete-journey");

    /** The day after the last event: what "the last 90 days" are counted from. */
    static final LocalDate TODAY = LocalDate.of(2018, 1, 1);

    static final Instant AS_OF = Instant.parse("2018-01-01T00:00:00Z");

    private static final CsvFormat FORMAT = new CsvFormat(CsvEncoding.UTF_8, ',', '"', true);
    private static final ImportColumn HOUSEHOLD = text("household_id");

    private SampleSource() {}

    /** Builds the source and enters it in the list. */
    static void build(
            LocalSourceFiles files, Sources sources, ImportListener listener, CancelSignal signal) {
        try (LocalSourceBuilder builder =
                LocalSourceBuilder.begin(files, SourceEngine.H2, listener, signal)) {
            builder.profiles(
                    SampleFiles.csv("households"),
                    FORMAT,
                    List.of(
                            HOUSEHOLD.withIncluded(false),
                            text("age"),
                            text("income"),
                            text("home_ownership"),
                            text("marital_status"),
                            text("household_size"),
                            text("household_comp"),
                            text("kids_count")),
                    Optional.of("household_id"));
            builder.events(
                    events(
                            "contacts",
                            "start_date",
                            text("campaign_id"),
                            text("campaign_type"),
                            ImportColumn.of("start_date", AttributeType.DATE),
                            ImportColumn.of("end_date", AttributeType.DATE)));
            builder.events(
                    events(
                            "redemptions",
                            "redemption_date",
                            text("coupon_upc"),
                            text("campaign_id"),
                            ImportColumn.of("redemption_date", AttributeType.DATE)));
            builder.events(
                    events(
                            "purchases",
                            "transaction_timestamp",
                            ImportColumn.of("transaction_timestamp", AttributeType.DATETIME),
                            text("department"),
                            text("brand"),
                            ImportColumn.of("quantity", AttributeType.INTEGER),
                            amount("sales_value"),
                            amount("coupon_disc")));
            builder.finish(NAME, "The Complete Journey", AS_OF, Optional.of(TODAY), sources::add);
        }
    }

    private static EventPlan events(String name, String time, ImportColumn... columns) {
        List<ImportColumn> all = new ArrayList<>(List.of(HOUSEHOLD));
        all.addAll(List.of(columns));
        return new EventPlan(
                name,
                new TableFile.Separated(SampleFiles.csv(name), FORMAT),
                all,
                "household_id",
                time);
    }

    private static ImportColumn text(String name) {
        return ImportColumn.of(name, AttributeType.TEXT);
    }

    private static ImportColumn amount(String name) {
        return ImportColumn.decimal(name, 2);
    }
}
