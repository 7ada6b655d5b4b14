/** Finds the tags that a text in English or Chinese means. */
@org.jspecify.annotations.NullMarked
package io.marquetry.requirement.search;
