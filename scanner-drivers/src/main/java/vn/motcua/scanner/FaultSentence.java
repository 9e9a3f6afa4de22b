package vn.motcua.scanner;

/**
 * What a person is told about a fault.
 *
 * @param what one short sentence: what happened
 * @param todo one short sentence: what to do now
 */
public record FaultSentence(String what, String todo) {}
