package io.marquetry.life;

/**
 * What steps depend on besides the state and the person.
 *
 * @param evidence tells whether outcomes are there
 * @param gate holds back what is not fit to be submitted or approved
 * @param schedules tell when packages are meant to be out
 */
public record Conditions(Evidence evidence, Gate gate, Schedules schedules) {}
