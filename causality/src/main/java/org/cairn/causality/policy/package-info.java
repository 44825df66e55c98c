/// What an AI system may do at run time, as a policy that people read and sign, and where a record departs from it.
@NullMarked
package org.cairn.causality.policy;

import org.jspecify.annotations.NullMarked;
