/// What an AI decided, as gateways and servers log it: read, tied to the process that did it, and told again with what
/// that process had read and where it talked to.
@NullMarked
package org.cairn.causality.decision;

import org.jspecify.annotations.NullMarked;
