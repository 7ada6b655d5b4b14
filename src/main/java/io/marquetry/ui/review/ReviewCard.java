package io.marquetry.ui.review;

/**
 * One large figure.
 *
 * @param id names it for those who look for it
 * @param heading what it is
 * @param value the figure, with its unit; a dash where there is none
 * @param below how sure it is, or what is lacking
 */
record ReviewCard(String id, String heading, String value, String below) {}
