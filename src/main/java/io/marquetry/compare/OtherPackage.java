package io.marquetry.compare;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.PackageKey;

import java.util.OptionalInt;

/**
 * A package that addresses profiles of the same source.
 *
 * @param version the finished version that the audience is of; empty for one that is still a draft
 */
public record OtherPackage(
        PackageKey key, LocalizedText name, OptionalInt version, AllOf audience) {}
