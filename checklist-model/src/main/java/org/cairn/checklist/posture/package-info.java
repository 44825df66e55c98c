/// Posture: answers and outcomes rolled up to controls, requirements and frameworks, as of any day, as known on any
/// day. Pure functions over recorded facts. The rules stand in `docs/judgement.md`.
@NullMarked
package org.cairn.checklist.posture;

import org.jspecify.annotations.NullMarked;
