/** The engines that keep profiles: a room for each, and the one switch over where profiles lie. */
package io.marquetry.source.engine;
