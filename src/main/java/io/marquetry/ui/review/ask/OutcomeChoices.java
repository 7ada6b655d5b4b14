package io.marquetry.ui.review.ask;

import io.marquetry.base.LocalizedText;
import io.marquetry.pack.PackageKey;

import java.util.List;
import java.util.Map;

/** What stands behind the rows: the arms that they tell of, and the packages to choose from. */
public record OutcomeChoices(List<String> arms, Map<PackageKey, LocalizedText> packages) {}
