package org.cairn.frameworks.crosswalk;

import org.cairn.checklist.Relation;

/// What may be said of two demands that are joined over others. The first four are relations (NIST IR 8477) that follow
/// from the rows; the last says that both overlap something between them, which proves nothing about each other.
///
/// Each demand is taken as the set of what it asks, never empty; a subset may be the whole. Then of "A is x of B" and
/// "B
/// is y of C" follows of A and C exactly what [#then] says, and nothing stronger:
///
/// | then         | equal      | subset     | superset   | intersects | may overlap |
/// | ------------ | ---------- | ---------- | ---------- | ---------- | ----------- |
/// | equal        | equal      | subset     | superset   | intersects | may overlap |
/// | subset       | subset     | subset     | may overlap | may overlap | may overlap |
/// | superset     | superset   | intersects | superset   | intersects | may overlap |
/// | intersects   | intersects | intersects | may overlap | may overlap | may overlap |
/// | may overlap  | may overlap | may overlap | may overlap | may overlap | may overlap |
public enum Claim {
    EQUAL,
    SUBSET_OF,
    SUPERSET_OF,
    INTERSECTS_WITH,
    MAY_OVERLAP;

    /// Of one row. Requires a relation that supports.
    public static Claim of(Relation relation) {
        return switch (relation) {
            case EQUAL -> EQUAL;
            case SUBSET_OF -> SUBSET_OF;
            case SUPERSET_OF -> SUPERSET_OF;
            case INTERSECTS_WITH -> INTERSECTS_WITH;
            case NO_RELATIONSHIP -> throw new IllegalArgumentException("no relationship claims nothing");
        };
    }

    /// The strongest claim about A and C that holds whenever this is said of A and B, and `next` of B and C.
    public Claim then(Claim next) {
        return switch (this) {
            case EQUAL -> next;
            case SUBSET_OF ->
                switch (next) {
                    case EQUAL, SUBSET_OF -> SUBSET_OF;
                    case SUPERSET_OF, INTERSECTS_WITH, MAY_OVERLAP -> MAY_OVERLAP;
                };
            case SUPERSET_OF ->
                switch (next) {
                    case EQUAL, SUPERSET_OF -> SUPERSET_OF;
                    case SUBSET_OF, INTERSECTS_WITH -> INTERSECTS_WITH;
                    case MAY_OVERLAP -> MAY_OVERLAP;
                };
            case INTERSECTS_WITH ->
                switch (next) {
                    case EQUAL, SUBSET_OF -> INTERSECTS_WITH;
                    case SUPERSET_OF, INTERSECTS_WITH, MAY_OVERLAP -> MAY_OVERLAP;
                };
            case MAY_OVERLAP -> MAY_OVERLAP;
        };
    }

    /// The same, read from the other end.
    public Claim inverted() {
        return switch (this) {
            case SUBSET_OF -> SUPERSET_OF;
            case SUPERSET_OF -> SUBSET_OF;
            case EQUAL, INTERSECTS_WITH, MAY_OVERLAP -> this;
        };
    }
}
