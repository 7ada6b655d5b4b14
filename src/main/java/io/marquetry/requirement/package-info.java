/** What somebody wants to reach, in words: the tags that it means, and the package made of them. */
@org.jspecify.annotations.NullMarked
package io.marquetry.requirement;
