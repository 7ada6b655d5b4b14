package io.marquetry.effect.review;

/**
 * One of the figures that matter most.
 *
 * @param id names it for those who look for it
 * @param name what it is
 * @param value the figure with its unit; a dash where there is none
 * @param detail how sure it is and what it rests on, or what is lacking
 */
public record Card(String id, String name, String value, String detail) {}
