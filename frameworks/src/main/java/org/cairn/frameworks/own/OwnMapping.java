package org.cairn.frameworks.own;

import java.time.LocalDate;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Subject;

/// How something that Cairn knows relates to a row of an own framework, in somebody's opinion.
/// @param node     the row's id
/// @param mapped   a control, or a requirement of another framework
/// @param relation reads "what is mapped is … the row"
/// @param strength 0 to 10, as in the crosswalk; 0 exactly where there is no relationship
/// @param author   whose opinion it is
/// @param date     the day it was formed
public record OwnMapping(
        String node,
        Subject mapped,
        Relation relation,
        int strength,
        String rationale,
        String author,
        LocalDate date) {}
