package io.marquetry.audience;

import io.marquetry.tag.TagCatalog;

/**
 * A question about an audience.
 *
 * @param expression who is meant
 * @param tags the tags as they are at this moment
 */
public record AudienceQuery(AudienceExpression expression, TagCatalog tags) {}
