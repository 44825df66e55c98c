package org.cairn.checklist;

/// Names one numbered demand of a framework, by the framework's own numbering, e.g. `Art. 9(4)(b)` of `dora`.
public record RequirementId(FrameworkId framework, String number) implements Subject, Comparable<RequirementId> {
    public RequirementId {
        if (number.isBlank() || number.length() > 80) {
            throw new IllegalArgumentException("not a requirement number: '" + number + "'");
        }
    }

    /// Numbers of several frameworks are alike and close to each other: the hash that a record has by itself puts
    /// them into the same places, and tables of many thousands become slow. The factors are odd, else arbitrary.
    @Override
    public int hashCode() {
        return (framework.hashCode() * 0x85EBCA6B + number.hashCode()) * 0x9E3779B9;
    }

    @Override
    public String text() {
        return framework.value() + ":" + number;
    }

    @Override
    public int compareTo(RequirementId other) {
        int order = framework.compareTo(other.framework);
        return order != 0 ? order : number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return text();
    }
}
