package io.marquetry.effect.intake;

import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;

import java.util.Map;

/** What imported rows will be called, and what they mean. */
record OutcomeMeaning(
        OutcomeName name,
        String title,
        OutcomeMapping mapping,
        Design design,
        Map<String, PackageRef> packages) {

    static OutcomeMeaning of(OutcomePlan plan) {
        return new OutcomeMeaning(
                plan.name(), plan.title(), plan.mapping(), plan.design(), plan.packages());
    }

    static OutcomeMeaning of(OutcomeDataPlan plan) {
        return new OutcomeMeaning(
                plan.name(), plan.title(), plan.mapping(), plan.design(), plan.packages());
    }
}
