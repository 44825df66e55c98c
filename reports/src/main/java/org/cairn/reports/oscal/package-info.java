/// What a pack says, in NIST's OSCAL: the assessment plan, the assessment results and the plan of action and
/// milestones.
@NullMarked
package org.cairn.reports.oscal;

import org.jspecify.annotations.NullMarked;
